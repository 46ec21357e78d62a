"""
Words of the field and of the languages, as lists.
"""

from __future__ import annotations

from typing import Final

__all__ = ["EVERYDAY", "FUNCTION_WORDS", "KNOWN", "ROMAN_NUMBERS", "SHOUTED", "TRANSLATED", "listed"]


def listed(words: str) -> tuple[str, ...]:
    """
    Return the words of a line.

    >>> listed("a an the")
    ('a', 'an', 'the')
    """
    return tuple(words.split())


TRANSLATED: Final = frozenset(
    listed("ai agi ml dl nn rl llm slm vlm mllm lm nlp cv qa sota us usa uk eu un phd ui id tv vs ok it pc faq ood")
)
"""
Acronyms that languages have words of their own for.
"""

ROMAN_NUMBERS: Final = frozenset(listed("ii iii iv vi vii viii ix xi xii xiii xiv xv"))
"""
Numbers in Roman letters, which other languages write in figures.
"""

EVERYDAY: Final = (
    TRANSLATED
    | ROMAN_NUMBERS
    | frozenset(listed("al api app cpu eg email et etc github gpu html http https ie pdf sns url web wifi www x"))
)
"""
Words that are in texts of any language.
"""

KNOWN: Final = EVERYDAY | frozenset(
    listed(
        "acl aime anls arc asr auc awq bert bfs bleu bpe clip cnn cot cpt csv ctc cuda ddpm dfs dit dnn dpo dqn"
        " ema emnlp fid flan flop fpga gan gat gcn glm glue gnn gpqa gpt gptq gqa grpo gsm gui hle iclr icl icml"
        " imo iot ipo ir json kan kd kg kl kto kv lcm ldm llama llava lmm lora lrm lru lsp lstm lvlm mae map mbpp"
        " mcmc mcp mcq mcts mdp mha mla mle mlp mmlu mmmu moa moe mpi mqa mse mteb mtl mtp naacl nar ner nerf nlg"
        " nli nlu ocr odqa opt orm orpo os palm pca peft pet pii pot ppo prm ptq qat qlora rag raft rest rgb rlaif"
        " rlhf rlvr rm rmsnorm rnn roc rouge rpa rpo rwkv sae sam sde sdk seq sft sgd sql ssl ssm svd svm swe tot"
        " tpu trl trpo tts vae vit vla vqa vr xai xml yaml"
    )
)
"""
Acronyms of the field, none of which is a slip for another.
"""

SHOUTED: Final = frozenset(
    listed("a all an and any are as at be but by can do for from in is it no not of on or so the to up we you")
)
"""
Small words that are in capitals for emphasis.
"""

FUNCTION_WORDS: Final = frozenset(
    listed(
        "a an and are as at by can do for from how in into is it its of on or that the through to toward towards via"
        " we what when where which why with without"
    )
)
"""
Words that make a row of words a phrase and not a name.
"""
