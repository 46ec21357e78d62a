"""
Ordinary texts that are no digests, made from templates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

__all__ = ["KINDS", "not_digests"]

_NAMES = ("lattice", "quill", "pebble", "harbor", "tinder", "fathom", "marrow", "sprocket")
_PEOPLE = ("Ada Byron", "Grace Hopper", "Alan Turing", "Emmy Noether", "Kurt Gödel", "Sofia Kovalevskaya")
_THINGS = ("parser", "cache", "scheduler", "tokenizer", "sampler", "loader", "planner", "index")
_VERBS = ("rejects", "keeps", "drops", "splits", "merges", "counts", "loses", "doubles")
_PAPERS = tuple(f"https://arxiv.org/abs/23{month:02}.0{number}" for month, number in ((1, 1234), (5, 2345), (9, 3456)))

_NAME = re.compile(r"<(name|person|paper|number|day|sentence|paragraph)>")


class _Words:
    """
    Words, names and numbers by chance.
    """

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def name(self) -> str:
        return self.random.choice(_NAMES)

    def person(self) -> str:
        return self.random.choice(_PEOPLE)

    def paper(self) -> str:
        return self.random.choice(_PAPERS)

    def number(self, most: int = 900) -> int:
        return self.random.randint(1, most)

    def day(self) -> str:
        return f"2024-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"

    def sentence(self) -> str:
        thing, verb, other = (self.random.choice(words) for words in (_THINGS, _VERBS, _THINGS))
        return f"The {thing} {verb} what the {other} gave it"

    def paragraph(self) -> str:
        return " ".join(f"{self.sentence()}." for _ in range(9))

    def number_between(self, least: str, most: str) -> int:
        return self.random.randint(int(least), int(most))

    def filled(self, template: str) -> str:
        """
        Return a template with words in place of the names in angle brackets.
        """
        return _NAME.sub(lambda match: str(getattr(self, match[1])()), template)


KINDS = {
    "README with a badge and a citation": """\
# <name>

[![arXiv](https://img.shields.io/badge/arXiv-2301-red.svg)](<paper>) [![CI](https://github.com/lab/<name>/badge.svg)](https://github.com/lab/<name>/actions)

<sentence>. This is the code of our paper [What We Found](<paper>).

## Installation

```bash
pip install <name>
```

## Usage

```python
import <name>
```

## Features

%2-6%- **<sentence>**: <sentence>.
%%
## Citation

```bibtex
@article{byron2023,
  title={What We Found},
  author={<person>}
}
```

## License

MIT
""",
    "README of a model with news": """\
# <name>

<sentence>, as we show in [the paper](<paper>).

## News

%2-5%- [<day>] <sentence>. See [the release](https://github.com/lab/<name>/releases).
%%
## Models

| Model | Size | Score |
|---|---|---|
%2-4%| <name>-base | <number>M | <number> |
%%
## Acknowledgements

We use code of [<name>](https://github.com/other/<name>).
""",
    "README with related papers": """\
# <name>

<sentence>. <sentence>.

## Install

    pip install <name>

## How it works

<paragraph>

<paragraph>

## References

%2-3%- [On <name>](<paper>)
%%
## Contributing

<sentence>. <sentence>.

## License

Apache 2.0
""",
    "change log": """\
# Changelog

## [Unreleased]

### Added

%1-5%- <sentence> ([#<number>](https://github.com/lab/tool/issues/<number>))
%%
## [1.4.0] - <day>

### Fixed

%1-5%- <sentence> ([#<number>](https://github.com/lab/tool/pull/<number>)) by @<name>
%%
## [1.3.0] - <day>

### Changed

%1-4%- **<name>**: <sentence>.
%%""",
    "change log with linked versions": """\
# Change log

%2-4%## [1.<number>.0](https://github.com/lab/tool/compare/v1...v2) (<day>)

### Features

* **<name>:** <sentence> ([abc<number>](https://github.com/lab/tool/commit/abc<number>))
* <sentence> ([#<number>](https://github.com/lab/tool/issues/<number>))

%%""",
    "release notes": """\
# <name> 2.<number>, <day>

## Highlights

%2-4%- **<sentence>.** <sentence>. <sentence>.
%%
## Bugs fixed

%2-6%1. <sentence>.
%%
## Contributors

%2-5%- <person>
%%""",
    "docs with tables": """\
# Configuration

<sentence>.

## Options

| Name | Type | Description |
|---|---|---|
%2-6%| `<name>` | int | <sentence>. |
%%
## See also

%2-4%- [<name>](<name>.md): <sentence>
%%- [the method](<paper>)
""",
    "docs with links": """\
# Guide

## Getting started

%2-5%1. [<sentence>](https://docs.example.org/<name>)
%%
## Topics

%3-8%* [<name>](https://docs.example.org/<name>) - <sentence>
%%""",
    "mail": """\
From: <person> <ada@example.org>
To: <person> <grace@example.org>
Date: <day>
Subject: <name>

Dear all,

<sentence>. <sentence>. I have read <paper> and I think:

%2-4%- <sentence>
%%
> <sentence>.
> <sentence>.

Best,
<person>
""",
    "Python": '''\
"""
<sentence>, see <paper>.
"""

import <name>

# <sentence>


def run(x):
    # <sentence>
%2-6%    x -= <number>  # <sentence>
%%    return x
''',
    "C": """\
/* <sentence>.
 * See <paper>
 */
#include <stdio.h>

int main(void) {
%2-5%    printf("<sentence>\\n"); // <sentence>
%%    return 0;
}
""",
    "shell": """\
#!/bin/sh
# <sentence>
set -eu

%2-6%echo '<sentence>' # <number>
%%curl <paper>
""",
    "SQL": """\
-- <sentence>
%2-5%SELECT <name>, COUNT(*) FROM <name> WHERE <name> > <number>; -- <sentence>
%%""",
    "HTML": """\
<!DOCTYPE html>
<html>
<head><title><name></title></head>
<body>
<h1><sentence></h1>
<ul>
%2-5%<li><a href="<paper>"><sentence></a></li>
%%</ul>
</body>
</html>
""",
    "meeting notes": """\
# Meeting <day>

Present: <person>, <person>

## Agenda

%2-4%1. <sentence>
%%
## Decisions

%1-4%- <sentence> (<person>)
%%
## Next meeting

<day>
""",
    "minutes of several meetings": """\
# Minutes

%2-4%## <day>

- <person>: <sentence>
- <person> to write to [the office](https://example.org/<name>)

%%""",
    "to-do list": """\
# To do

%2-6%- [ ] <sentence>
%%%1-4%- [x] <sentence> ([#<number>](https://github.com/lab/tool/issues/<number>))
%%- [ ] read <paper>
""",
    "recipe": """\
# Soup

## Ingredients

%3-6%- <number> g of salt
%%
## Steps

%3-6%1. **Stir.** <sentence>.
%%
Source: [a cook book](https://food.example.org/<name>)
""",
    "CV": """\
# <person>

ada@example.org | [site](https://ada.example.org)

## Experience

%2-4%- **Engineer**, The Company of <name> (2019 - 2023)
  - <sentence>
  - <sentence>
%%
## Education

- **PhD**, University of Somewhere, 2018
- **MSc**, University of Elsewhere, 2014

## Skills

Python, C, SQL, the law, four languages, and the piano. <sentence>. <sentence>.

## Publications

%1-2%- <person>. [<sentence>](<paper>). 2023.
%%
## Hobbies

<sentence>. <sentence>.
""",
    "blog post": """\
---
title: What I learned about <name>
author: <person>
---

<sentence>. In [this paper](<paper>) it says so. <sentence>.

## First

<sentence>. <sentence>. [More](https://blog.example.org/<name>).

## Second

%2-5%<sentence>. <sentence>. <sentence>.

%%
## Further

%1-4%- [<sentence>](https://blog.example.org/<name>)
%%""",
    "thesis chapter": """\
# Chapter 2: Background

<sentence> [1]. <sentence> [2]. <sentence>. <sentence>. <sentence>.

## 2.1 History

<sentence>. <sentence> [1, 2]. <paragraph> <sentence>. <sentence>.

## 2.2 Methods

<sentence>. <sentence> [1]. <paragraph> <sentence>.

<sentence>. <sentence> [1]. <paragraph> <sentence>. <sentence>.

## Bibliography

%2-3%[<number>] <person>. *On <name>*. 2023. <paper>

%%""",
    "issue report": """\
### Describe the bug

<sentence>.

### To reproduce

%2-4%1. <sentence>
%%
### Environment

- OS: Linux
- Version: 1.<number>

### Logs

```
error <number>
```
""",
    "awesome list of tools": """\
# Awesome <name>

## Contents

- [Libraries](#libraries)
- [Sites](#sites)

## Libraries

%3-6%- [<name>](https://github.com/lab/<name>) - <sentence>.
%%
## Sites

%3-6%- [<name>](https://<name>.example.org) - <sentence>.
%%""",
    "questions and answers": """\
# FAQ

%3-6%## Why does the <name> fail?

<sentence>. <sentence>, see [the docs](https://docs.example.org/<name>).

%%""",
    "diary": """\
%2-6%## <day>

<sentence>. <sentence>. <sentence>.

%%""",
    "design proposal": """\
# RFC: <name>

- Start date: <day>
- Author: <person>

## Summary

<sentence>.

## Motivation

<paragraph> See [the paper](<paper>).

## Drawbacks

%1-3%- <sentence>
%%
## Prior art

- [On <name>](<paper>)
""",
    "pull request": """\
## Summary

<sentence>. <sentence>.

## Changes

%2-4%- <sentence> ([#<number>](https://github.com/lab/tool/pull/<number>))
%%
## Test plan

%1-3%- [ ] <sentence>
%%""",
    "lecture notes": """\
# Lecture <number>: <name>

<paragraph>

## Definitions

%2-4%**Definition.** <sentence>.

%%## Exercises

%2-5%1. <sentence>?
%%
## Reading

- <person>, [On <name>](<paper>), chapter 2
""",
    "course page": """\
# Course <name>

| Week | Date | Topic |
|---|---|---|
%3-6%| <number> | <day> | [<name>](slides/<name>.pdf) |
%%
<paragraph>
""",
    "travel plan": """\
# Trip, <day>

%2-4%## <day>

1. **<name>** - <sentence>.
2. **<name>** - <sentence>. ([map](https://maps.example.org/<number>))

%%""",
    "YAML": """\
# <sentence>
name: <name>
version: 1.<number>
source: <paper>
steps:
%2-5%  - run: echo <name>
%%""",
    "JSON": """\
{
  "name": "<name>",
  "url": "<paper>",
  "keys": [%1-3%"<name>", %%"x"]
}
""",
    "shopping list": """\
# Shopping

%3-6%- [<name>](https://shop.example.org/<number>), <number> EUR
%%""",
    "log of a program": """\
%3-8%<day> 12:00:01 INFO <name>: <sentence>
%%<day> 12:00:02 ERROR cannot load <paper>
""",
    "quotes": """\
# Quotes

%2-5%> "<sentence>." — <person>

%%""",
}
"""
The template of each kind; what is between `%2-6%` and `%%` is there two to six times.
"""

_REPEATED = re.compile(r"%([0-9])-([0-9])%(.*?)%%", re.DOTALL)


def not_digests(variants: int = 4) -> Iterator[tuple[str, str]]:
    """
    Yield name and text of each variant of each template, the same ones in each run.
    """
    for order, (kind, template) in enumerate(KINDS.items()):
        for variant in range(variants):
            words = _Words(1000 * order + variant)
            text = _REPEATED.sub(
                lambda match, words=words: match[3] * words.number_between(match[1], match[2]), template
            )
            yield f"{kind} {variant + 1}", words.filled(text)
