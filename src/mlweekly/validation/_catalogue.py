"""
Every rule, in one place: a tuple that is read from top to bottom. Codes are never used again.
"""

from __future__ import annotations

from mlweekly.validation._rule import Rule
from mlweekly.validation._rule_kinds import AnyRule, IssueRule, SeriesRule
from mlweekly.validation._rules import _acronyms as acronyms
from mlweekly.validation._rules import _addresses as addresses
from mlweekly.validation._rules import _contents as contents
from mlweekly.validation._rules import _copies as copies
from mlweekly.validation._rules import _editions as editions
from mlweekly.validation._rules import _labels as labels
from mlweekly.validation._rules import _leftovers as leftovers
from mlweekly.validation._rules import _link_dates as link_dates
from mlweekly.validation._rules import _link_forms as link_forms
from mlweekly.validation._rules import _link_targets as link_targets
from mlweekly.validation._rules import _link_texts as link_texts
from mlweekly.validation._rules import _markup as markup
from mlweekly.validation._rules import _notices as notices
from mlweekly.validation._rules import _papers as papers
from mlweekly.validation._rules import _periods as periods
from mlweekly.validation._rules import _repeats as repeats
from mlweekly.validation._rules import _sections as sections
from mlweekly.validation._rules import _series as series
from mlweekly.validation._rules import _shown_tables as shown_tables
from mlweekly.validation._rules import _suppressions as suppressions
from mlweekly.validation._rules import _tables as tables
from mlweekly.validation._rules import _text_characters as text_characters
from mlweekly.validation._rules import _text_markup as text_markup
from mlweekly.validation._rules import _texts as texts
from mlweekly.validation._rules import _title_style as title_style
from mlweekly.validation._rules import _titles as titles
from mlweekly.validation._rules import _translation_lengths as translation_lengths
from mlweekly.validation._rules import _translation_numbers as translation_numbers
from mlweekly.validation._rules import _translation_sides as translation_sides
from mlweekly.validation._rules import _translation_words as translation_words
from mlweekly.validation._rules import _undated as undated
from mlweekly.validation._rules import _years as years

__all__ = ["CATALOGUE", "rules"]

CATALOGUE: tuple[AnyRule, ...] = (
    IssueRule("D101", "title-range-unreadable", "error", titles.title_range_unreadable, advice="correct the date"),
    IssueRule("D102", "title-range-mismatch", "error", titles.title_range_mismatch, advice="make them agree"),
    IssueRule("D103", "title-vs-posts", "error", titles.title_vs_posts),
    IssueRule("D104", "title-vs-arxiv", "error", titles.title_vs_arxiv),
    IssueRule(
        "D105",
        "date-evidence-conflict",
        "warning",
        periods.date_evidence_conflict,
        advice="look for links of another week",
    ),
    IssueRule("D106", "week-length", "warning", periods.week_length, advice="correct the first or the last day"),
    IssueRule("D107", "week-start", "info", periods.week_start, advice="check the first day"),
    IssueRule("D108", "impossible-date", "error", periods.impossible_date, advice="correct the date"),
    IssueRule("D109", "year-turn", "warning", years.year_turn, advice="write the years of both ends"),
    IssueRule("D110", "year-missing", "info", years.year_missing, advice="add it"),
    IssueRule(
        "D111",
        "published-out-of-range",
        "warning",
        periods.published_out_of_range,
        advice="check the date of publication",
    ),
    IssueRule("D112", "post-from-future", "error", periods.post_from_future, advice="check the links and the date"),
    IssueRule("D113", "title-undated", "info", undated.title_undated, advice="add the days"),
    IssueRule(
        "L201", "paper-link-missing", "error", link_targets.paper_link_missing, advice="add the link to the paper"
    ),
    IssueRule(
        "L202", "role-target-mismatch", "error", labels.role_target_mismatch, advice="correct the word or the address"
    ),
    IssueRule("L203", "arxiv-id-invalid", "error", link_targets.arxiv_id_invalid, advice="correct the address"),
    IssueRule("L204", "arxiv-from-future", "error", link_dates.arxiv_from_future, advice="check the link"),
    IssueRule("L205", "arxiv-old", "info", link_dates.arxiv_old, advice="check that it is the right paper"),
    IssueRule(
        "L206", "post-out-of-window", "warning", link_dates.post_out_of_window, advice="check that it is the right post"
    ),
    IssueRule("L207", "tracking-parameters", "info", link_forms.tracking_parameters_kept, advice="take them out"),
    IssueRule("L208", "host-alias", "info", link_forms.host_alias, advice="write the site's own name"),
    IssueRule("L209", "insecure-http", "info", link_forms.insecure_http, advice="write https"),
    IssueRule("L210", "arxiv-form", "info", link_forms.arxiv_form, advice="link to the page of the abstract"),
    IssueRule("L212", "expiring-url", "warning", link_forms.expiring_url, advice="link to a page that stays"),
    IssueRule("L213", "trailing-punctuation", "warning", link_texts.trailing_punctuation),
    IssueRule(
        "L214", "duplicate-link", "warning", link_texts.duplicate_link, advice="delete one, or correct its address"
    ),
    SeriesRule("L215", "url-malformed", "error", leftovers.url_malformed),
    IssueRule("L216", "label-unknown", "info", labels.label_unknown),
    IssueRule("L217", "identifier-conflict", "error", link_targets.identifier_conflict, advice="correct the wrong one"),
    IssueRule("L218", "text-link-unlisted", "info", link_texts.text_link_unlisted, advice="add it to them"),
    IssueRule(
        "L219",
        "post-before-paper",
        "error",
        link_dates.post_before_paper,
        advice="one of the two links is wrong, correct it",
    ),
    SeriesRule("L220", "link-target-empty", "error", leftovers.link_target_empty),
    IssueRule("L221", "address-mistyped", "warning", addresses.address_mistyped, advice="correct the address"),
    IssueRule("M701", "table-cell", "error", tables.table_cell),
    IssueRule("M703", "quote-missing", "info", sections.quote_missing, advice="put > before each of its lines"),
    SeriesRule("M704", "unsafe-html", "error", markup.unsafe_html, advice="delete it"),
    IssueRule("M706", "section-missing", "warning", sections.section_missing, advice="add it"),
    SeriesRule("M707", "title-style", "info", title_style.title_style, advice="write all titles alike"),
    SeriesRule("M708", "unparsed-text", "warning", leftovers.unparsed_text),
    IssueRule("M709", "title-not-separated", "error", tables.title_not_separated, advice="put a dash between them"),
    IssueRule("M710", "table-not-shown", "warning", shown_tables.table_not_shown),
    SeriesRule(
        "N901",
        "suppression-unused",
        "warning",
        suppressions.suppression_unused,
        advice="delete it, or correct the code",
    ),
    SeriesRule("N902", "suppression-unknown", "warning", suppressions.suppression_unknown, advice="correct it"),
    SeriesRule(
        "N903",
        "suppression-no-reason",
        "info",
        suppressions.suppression_no_reason,
        advice="write because and the reason",
    ),
    IssueRule("P302", "rank-sequence", "warning", papers.rank_sequence),
    IssueRule(
        "P303", "paper-count", "info", papers.paper_count, advice="check that none is missing and none is too many"
    ),
    IssueRule(
        "P304", "duplicate-paper", "error", papers.duplicate_paper, advice="keep one, or correct the link that is wrong"
    ),
    IssueRule("P305", "summary-missing", "error", papers.summary_missing, advice="write one"),
    IssueRule("P308", "summary-too-short", "info", papers.summary_too_short, advice="write a sentence"),
    IssueRule(
        "P309",
        "title-not-in-edition",
        "info",
        editions.title_not_in_edition,
        advice="check that both mean the same paper",
    ),
    IssueRule("P310", "same-text-twice", "warning", copies.same_text_twice, advice="write the words of this paper"),
    IssueRule("P311", "placeholder", "warning", copies.placeholder),
    SeriesRule("S601", "overlap", "error", series.overlap, advice="correct the days of one of them"),
    SeriesRule("S602", "gap", "warning", series.gap, advice="add what is missing, or correct the days"),
    SeriesRule("S603", "duplicate-issue", "error", series.duplicate_issue, advice="correct one of them"),
    SeriesRule("S604", "repeated-paper", "info", repeats.repeated_paper, advice="leave it out, if that is not meant"),
    SeriesRule("S605", "copied-issue", "error", repeats.copied_issue, advice="check that the right papers are here"),
    SeriesRule("S606", "index-target", "error", contents.index_target, advice="correct the entry"),
    SeriesRule("S607", "index-incomplete", "warning", contents.index_incomplete, advice="add one"),
    SeriesRule(
        "S608", "one-id-two-titles", "warning", repeats.one_id_two_titles, advice="correct the link that is wrong"
    ),
    IssueRule("S609", "edition-difference", "warning", editions.edition_difference, advice="compare the editions"),
    SeriesRule("S610", "same-post-twice", "warning", repeats.same_post_twice, advice="correct the link that is wrong"),
    IssueRule("T501", "number-missing", "warning", translation_numbers.number_missing),
    IssueRule("T502", "number-magnitude", "error", translation_numbers.number_magnitude),
    IssueRule("T503", "number-added", "info", translation_numbers.number_added),
    IssueRule("T504", "percent-kind", "warning", translation_numbers.percent_kind),
    IssueRule("T505", "url-missing", "warning", translation_words.url_missing),
    IssueRule("T506", "acronym-missing", "info", translation_words.acronym_missing),
    IssueRule("T507", "foreign-token-added", "warning", translation_words.foreign_token_added),
    IssueRule("T508", "glossary", "warning", translation_words.glossary_term),
    IssueRule("T509", "untranslated", "warning", translation_sides.untranslated),
    IssueRule("T510", "wrong-script", "warning", translation_sides.wrong_script),
    IssueRule("T511", "length-ratio", "info", translation_lengths.length_ratio),
    IssueRule("T512", "side-missing", "error", translation_sides.side_missing),
    IssueRule("T513", "list-marker-missing", "info", translation_numbers.list_marker_missing),
    IssueRule("T514", "markup-mismatch", "warning", translation_words.markup_mismatch),
    IssueRule("T517", "machine-notice", "info", notices.machine_notice),
    IssueRule("T519", "acronym-near-miss", "warning", acronyms.acronym_near_miss),
    IssueRule("T520", "model-name", "warning", translation_words.model_name),
    IssueRule("T521", "times-percent", "warning", translation_numbers.times_percent),
    IssueRule("T522", "minus-lost", "warning", translation_numbers.minus_lost),
    IssueRule("T523", "sentence-repeated", "warning", translation_lengths.sentence_repeated),
    IssueRule("T524", "sentence-missing", "warning", translation_lengths.sentence_missing),
    IssueRule(
        "X401",
        "invisible-characters",
        "warning",
        text_characters.invisible_characters,
        advice="delete what cannot be seen",
    ),
    IssueRule("X404", "unbalanced-brackets", "warning", texts.unbalanced_brackets),
    IssueRule("X405", "latex-residue", "warning", text_markup.latex_residue, advice="write it as plain text"),
    IssueRule("X406", "mojibake", "error", text_characters.mojibake, advice="write what was meant"),
    IssueRule("X407", "not-nfc", "warning", text_characters.not_nfc, advice="write each letter as one character"),
    IssueRule("X408", "raw-tag", "warning", text_markup.raw_tag),
    IssueRule("X409", "truncated-end", "info", texts.truncated_end, advice="check that nothing is missing"),
    IssueRule(
        "X410", "emphasis-not-open", "warning", text_markup.emphasis_not_open, advice="put a space outside the marks"
    ),
)


def rules() -> tuple[Rule, ...]:
    """
    Return the catalogue: every rule, in the order of the codes.

    >>> [f"{rule.code} {rule.name}" for rule in rules()][2]
    'D103 title-vs-posts'
    """
    return CATALOGUE
