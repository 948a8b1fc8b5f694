#!/usr/bin/env python3
"""Writes chat.json beside itself: chat templates in the form of the Llama family, small templates for every construct
of our Jinja subset, and what jinja2 makes of them with transformers' settings. Needs jinja2 3.1.

    make_chat_golden.py --gguf SmolLM2-135M-Instruct.Q4_1.gguf
"""
import argparse
import json
import pathlib

import gguf
import jinja2
import jinja2.ext
import jinja2.sandbox

HERE = pathlib.Path(__file__).resolve().parent

LLAMA2 = """{% if messages[0]['role'] == 'system' %}{% set rest = messages[1:] %}{% set system = messages[0]['content'] %}{% else %}{% set rest = messages %}{% set system = false %}{% endif %}
{%- for message in rest %}
{%- if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('Roles must alternate user/assistant') }}{% endif %}
{%- if loop.index0 == 0 and system != false %}{% set content = '<<SYS>>\\n' + system + '\\n<</SYS>>\\n\\n' + message['content'] %}{% else %}{% set content = message['content'] %}{% endif %}
{%- if message['role'] == 'user' %}{{ bos_token + '[INST] ' + content.strip() + ' [/INST]' }}{% elif message['role'] == 'assistant' %}{{ ' '  + content.strip() + ' ' + eos_token }}{% endif %}
{%- endfor %}"""

LLAMA3 = """{% set loop_messages = messages %}{% for message in loop_messages %}{% set content = '<|start_header_id|>' + message['role'] + '<|end_header_id|>\n\n'+ message['content'] | trim + '<|eot_id|>' %}{% if loop.index0 == 0 %}{% set content = bos_token + content %}{% endif %}{{ content }}{% endfor %}{% if add_generation_prompt %}{{ '<|start_header_id|>assistant<|end_header_id|>\n\n' }}{% endif %}"""

LLAMA31 = """{{- bos_token }}
{%- if not tools_in_user_message is defined %}
    {%- set tools_in_user_message = true %}
{%- endif %}
{%- if not date_string is defined %}
    {%- set date_string = "26 Jul 2024" %}
{%- endif %}
{%- if not tools is defined %}
    {%- set tools = none %}
{%- endif %}

{#- The system message comes first, with its own header #}
{%- if messages[0]['role'] == 'system' %}
    {%- set system_message = messages[0]['content']|trim %}
    {%- set messages = messages[1:] %}
{%- else %}
    {%- set system_message = "" %}
{%- endif %}

{{- "<|start_header_id|>system<|end_header_id|>\\n\\n" }}
{%- if tools is not none %}
    {{- "Environment: ipython\\n" }}
{%- endif %}
{{- "Cutting Knowledge Date: December 2023\\n" }}
{{- "Today Date: " + date_string + "\\n\\n" }}
{{- system_message }}
{{- "<|eot_id|>" }}
{%- for message in messages %}
    {%- if not (message.role == 'ipython' or message.role == 'tool' or 'tool_calls' in message) %}
        {{- '<|start_header_id|>' + message['role'] + '<|end_header_id|>\\n\\n'+ message['content'] | trim + '<|eot_id|>' }}
    {%- elif 'tool_calls' in message %}
        {%- for tool_call in message.tool_calls %}
            {{- '{"name": "' + tool_call.function.name + '", "parameters": ' }}{{ tool_call.function.arguments | tojson }}{{ "}" }}
        {%- endfor %}
        {{- "<|eom_id|>" }}
    {%- else %}
        {{- "<|start_header_id|>ipython<|end_header_id|>\\n\\n" }}
        {%- if message.content is mapping or (message.content is iterable and message.content is not string) %}
            {{- message.content | tojson }}
        {%- else %}
            {{- message.content }}
        {%- endif %}
        {{- "<|eot_id|>" }}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}
{%- endif %}
"""

MISTRAL = """{%- if messages[0]["role"] == "system" %}
    {%- set system_message = messages[0]["content"] %}
    {%- set loop_messages = messages[1:] %}
{%- else %}
    {%- set loop_messages = messages %}
{%- endif %}
{%- set user_messages = loop_messages | selectattr("role", "equalto", "user") | list %}
{%- set ns = namespace(index=0) %}
{%- for message in loop_messages %}
    {%- if (message["role"] == "user") != (ns.index % 2 == 0) %}
        {{- raise_exception("After the optional system message, roles must alternate user/assistant") }}
    {%- endif %}
    {%- set ns.index = ns.index + 1 %}
{%- endfor %}

{{- bos_token }}
{%- for message in loop_messages %}
    {%- if message["role"] == "user" %}
        {%- if loop.last and system_message is defined %}
            {{- "[INST] " + system_message + "\\n\\n" + message["content"] + "[/INST]" }}
        {%- else %}
            {{- "[INST] " + message["content"] + "[/INST]" }}
        {%- endif %}
    {%- elif message["role"] == "assistant" %}
        {%- generation %}{{- " " + message["content"]|trim + eos_token }}{%- endgeneration %}
    {%- endif %}
{%- endfor %}
"""

ZEPHYR = """{% for message in messages %}
{% if message['role'] == 'user' %}
{{ '<|user|>\n' + message['content'] + eos_token }}
{% elif message['role'] == 'system' %}
{{ '<|system|>\n' + message['content'] + eos_token }}
{% elif message['role'] == 'assistant' %}
{{ '<|assistant|>\n'  + message['content'] + eos_token }}
{% endif %}
{% if loop.last and add_generation_prompt %}
{{ '<|assistant|>' }}
{% endif %}
{% endfor %}
"""

REASONING = """{%- macro turn(role, text, end='<|im_end|>') -%}
<|im_start|>{{ role }}
{{ text }}{{ end }}
{% endmacro -%}
{%- for message in messages -%}
  {%- if message.role == 'assistant' and '</think>' in message.content -%}
    {{- turn('assistant', message.content.split('</think>')[-1].lstrip('\\n')) -}}
  {%- else -%}
    {{- turn(message.role, message.content) -}}
  {%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% if enable_thinking is defined and enable_thinking is false %}{{ '<think>\\n\\n</think>\\n\\n' }}{% endif %}{% endif %}"""

CONVERSATIONS = [
    [{"role": "user", "content": "Hello"}],
    [{"role": "user", "content": "  two blanks \n"}, {"role": "assistant", "content": "\n Yes, é中. "}],
    [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "What is 2+2?"}, {"role": "assistant", "content": "4"},
     {"role": "user", "content": "And 3+3?"}, {"role": "assistant", "content": "<think>\nhm\n</think>\n\n6"}],
]

# name, template, context
CONSTRUCTS = [
    ("text", "a {{ 1 }} b\n", {}), ("trailing line break", "a\n\n", {}), ("escapes", r"{{ 'a\n\t\'\\ \x41 \u00e9 \q' }}", {}),
    ("adjacent texts", "{{ 'a' 'b' \"c\" }}", {}), ("comment", "a {# no #} b\n{# line #}\nc", {}), ("minus", "a  \n {{- 1 -}} \n b {%- if true -%} \n c {%- endif %}", {}),
    ("plus", "  {%+ if true %}x{% endif +%}\ny", {}), ("lstrip", "a\n   {% if true %}\n  b\n   {% endif %}\nc", {}), ("lstrip text before", "a   {% if true %} b{% endif %}", {}),
    ("blank lines", "{% if true %}\n\nx\n{% endif %}\n\ny", {}), ("carriage returns", "a\r\nb{% if true %}\r\nc{% endif %}", {}),
    ("arithmetic", "{{ 7 // 2 }} {{ -7 // 2 }} {{ 7 % 3 }} {{ -7 % 3 }} {{ 7 / 2 }} {{ 2 * 3 + 1 }} {{ 2 + 3 * 4 }} {{ 10 - 2 - 3 }} {{ 1.5 + 1 }} {{ 2 ** 3 }} {{ 7.5 // 2 }} {{ -2 }}", {}),
    ("concatenation", "{{ 'a' ~ 1 ~ none ~ true ~ [1, 'x'] }} {{ 'a' + 'b' }} {{ 'ab' * 3 }}", {}),
    ("comparison", "{{ 1 < 2 }} {{ 'a' < 'b' }} {{ 1 == 1.0 }} {{ true == 1 }} {{ 'a' != 'b' }} {{ 2 >= 2 }} {{ [1] == [1] }}", {}),
    ("logic", "{{ true and false }} {{ '' or 'x' }} {{ not '' }} {{ 1 and 2 }} {{ 0 or none }} {{ not true or true }}", {}),
    ("membership", "{{ 'a' in 'cat' }} {{ 'x' not in ['x'] }} {{ 'k' in {'k': 1} }} {{ 3 in [1, 2] }}", {}),
    ("conditional", "{{ 'a' if x else 'b' }} {{ 'a' if x }}|{{ 1 if false else 2 if false else 3 }}", {"x": False}),
    ("printing", "{{ none }} {{ true }} {{ 1.0 }} {{ 1.25 }} {{ [1, 'a', none] }} {{ {'a': [1.5, \"it's\"]} }} {{ (1,) }} {{ missing }}|", {}),
    ("tuple", "{{ 1, 2 }} {{ (1, 'b')[1] }}", {}), ("index", "{{ x[0] }} {{ x[-1] }} {{ 'abc'[1] }} {{ x[5] }}|{{ d['a'] }}{{ d.a }}{{ d.b }}|", {"x": [1, 2, 3], "d": {"a": "v"}}),
    ("slice", "{{ x[1:] }} {{ x[:2] }} {{ x[::-1] }} {{ x[-2:] }} {{ x[::2] }} {{ 'abcdé'[1:3] }} {{ 'abé'[::-1] }} {{ x[5:] }} {{ x[-9:2] }}", {"x": [1, 2, 3, 4]}),
    ("for", "{% for i in x %}{{ loop.index }}/{{ loop.length }}:{{ i }}{% if not loop.last %}, {% endif %}{% endfor %}", {"x": ["a", "b", "c"]}),
    ("for else", "{% for i in [] %}x{% else %}none{% endfor %}", {}), ("for if", "{% for i in x if i % 2 %}{{ loop.index }}{{ i }};{% endfor %}", {"x": [1, 2, 3, 4, 5]}),
    ("for pairs", "{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}{% for k in d %}{{ k }}{% endfor %}", {"d": {"a": 1, "b": 2}}),
    ("for scope", "{% set x = 1 %}{% for i in [1, 2] %}{{ x }}{% set x = 9 %}{{ x }}{% endfor %}{{ x }}", {}), ("if scope", "{% if true %}{% set x = 3 %}{% endif %}{{ x }}", {}),
    ("break", "{% for i in range(9) %}{% if i == 4 %}{% break %}{% endif %}{% if i is odd %}{% continue %}{% endif %}{{ i }}{% endfor %}", {}),
    ("loop variables", "{% for i in 'ab' %}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.previtem }}{{ loop.nextitem }}{{ loop.cycle('o', 'e') }} {% endfor %}", {}),
    ("nested loops", "{% for a in [1, 2] %}{% for b in [3, 4] %}{{ a * b }}{{ loop.last }} {% endfor %}{{ loop.index }};{% endfor %}", {}),
    ("namespace", "{% set ns = namespace(n=0, s='') %}{% for i in [1, 2, 3] %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}", {}),
    ("set block", "{% set x %}a{{ 1 }}b{% endset %}[{{ x }}]", {}), ("set several", "{% set a, b = 1, 'x' %}{{ b }}{{ a }}", {}),
    ("macro", "{% macro m(a, b='d') %}<{{ a }}{{ b }}>{% endmacro %}{{ m(1) }}{{ m(b=2, a=3) }}{{ m('x') | upper }}", {}),
    ("generation", "a{% generation %}b{% endgeneration %}c", {}), ("dict", "{{ dict(a=1)['a'] }} {{ {'x': 1}.get('y', 'z') }} {{ {'x': 1}.get('x') }} {{ {'a': 1}.keys() | list }}", {}),
    ("range", "{{ range(3) | list }} {{ range(1, 8, 3) | list }} {{ range(3, 0, -1) | list }}", {}),
    ("strip", "[{{ '  a b '.strip() }}][{{ 'xxax'.strip('x') }}][{{ '  a '.lstrip() }}][{{ '  a '.rstrip() }}][{{ '\\n a\\n' | trim }}][{{ 'xax' | trim('x') }}]", {}),
    ("split", "{{ 'a,b,c'.split(',') }} {{ ' a  b '.split() }} {{ 'a,b,c'.split(',', 1) }} {{ 'a b c'.rsplit(' ', 1) }} {{ 'a\\nb\\n'.splitlines() }}", {}),
    ("starts", "{{ 'abc'.startswith('ab') }} {{ 'abc'.endswith(('x', 'c')) }} {{ 'abc'.find('c') }} {{ 'é'.upper() }} {{ 'HELLO world'.title() }} {{ 'hELLO'.capitalize() }}", {}),
    ("replace", "{{ 'aaa'.replace('a', 'b') }} {{ 'aaa' | replace('a', 'b', 2) }} {{ 'x.y'.split('.')[-1] }} {{ 'a'.join(['1', '2']) }} {{ 'banana'.count('an') }}", {}),
    ("filters", "{{ 'aé' | length }} {{ [1, 2] | length }} {{ x | first }} {{ x | last }} {{ x | join('-') }} {{ x | reverse | list }} {{ 'a' | upper }} {{ 'A' | lower }} {{ 'a b' | title }} {{ 'ab' | capitalize }} {{ x | sort(reverse=true) }} {{ -3 | abs }} {{ '7' | int + 1 }} {{ 'x' | int }} {{ '1.5' | float }} {{ x | unique | list }}", {"x": [3, 1, 2, 1]}),
    ("default", "{{ missing | default('d') }} {{ '' | default('e', true) }} {{ none | d('f') }} {{ x | default('g') }}", {"x": 1}),
    ("select", "{{ x | selectattr('r', 'equalto', 'u') | map(attribute='c') | join(',') }} {{ x | rejectattr('r', 'eq', 'u') | list | length }} {{ [1, 2, 3] | select('odd') | list }} {{ [0, 1] | reject | list }} {{ ['a'] | map('upper') | list }} {{ x | selectattr('c') | list | length }}",
     {"x": [{"r": "u", "c": "1"}, {"r": "a", "c": "2"}, {"r": "u", "c": ""}]}),
    ("tojson", "{{ d | tojson }} {{ 'é\"\\n' | tojson }} {{ [1.5, none, true] | tojson }} {{ d | tojson(indent=2) }} {{ [] | tojson(indent=2) }}", {"d": {"a": [1, {"b": "x"}], "c": "ü"}}),
    ("items", "{% for k, v in d | items %}{{ k }}{{ v }}{% endfor %}", {"d": {"a": 1}}), ("indent", "{{ 'a\\nb\\n\\nc' | indent(2) }}|{{ 'a\\nb' | indent(2, true) }}", {}),
    ("tests", "{{ x is defined }} {{ y is defined }} {{ y is undefined }} {{ none is none }} {{ 'a' is string }} {{ 1 is number }} {{ [] is iterable }} {{ {} is mapping }} {{ [] is sequence }} {{ 2 is even }} {{ 2 is divisibleby 2 }} {{ 1 is not none }} {{ true is boolean }} {{ 1 is integer }} {{ 1.5 is float }} {{ 'a' is in 'abc' }} {{ false is false }} {{ 1 is eq 1 }} {{ 'a' is lower }} {{ range is callable }} {{ not x is none }}", {"x": 1}),
    ("filter binds tighter", "{{ 'a' + 'b' | upper }} {{ -1 | abs }} {{ ('a' + 'b') | upper }} {{ not missing is defined }}", {}),
    ("undefined", "{{ missing }}{% if missing %}x{% else %}y{% endif %}{% for i in missing %}z{% endfor %}{{ d.nothing }}", {"d": {}}),
    ("keywords", "{{ True }} {{ False }} {{ None }}", {}), ("unary plus", "{{ +1 }}", {}), ("brackets in tags", "{{ {'a': {'b': 1}}['a']['b'] }}{{ {'a': {}} }}", {}),
]

# name, template, a piece of our error text: what jinja2 refuses too, or what we do not have
REFUSED = [
    ("unclosed if", "a\n{% if x %}b", "line 2"), ("unclosed tag", "a\n\n{{ x", "line 3"), ("unknown statement", "x\n{% include 'y' %}", "line 2"),
    ("unknown filter", "{{ 1 }}\n\n{{ x | wordwrap }}", "line 3"), ("call", "{% call foo() %}{% endcall %}", "call"),
    ("stray end", "a{% endfor %}", "endfor"), ("undefined attribute", "\n{{ a.b.c }}", "line 2"),
    ("sum of text and number", "{{ 'a' + 1 }}", "text"), ("not a function", "{{ 'a'() }}", "function"), ("raise", "{{ raise_exception('no') }}", "no"), ("zero", "{{ 1 // 0 }}", "zero"),
    ("empty", "{{ }}", "expression"), ("block", "{% block a %}{% endblock %}", "block"), ("strange", "{{ a ? b }}", "?"),
]


class Generation(jinja2.ext.Extension):
    tags = {"generation"}

    def parse(self, parser):
        line = next(parser.stream).lineno
        return jinja2.nodes.Scope(parser.parse_statements(["name:endgeneration"], drop_needle=True), lineno=line)


def environment():
    made = jinja2.sandbox.ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True, extensions=[Generation, jinja2.ext.loopcontrols])
    made.filters["tojson"] = lambda x, ensure_ascii=False, indent=None, separators=None, sort_keys=False: json.dumps(
        x, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys)

    def refuse(message):
        raise jinja2.exceptions.TemplateError(message)

    made.globals["raise_exception"] = refuse
    return made


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gguf", required=True)
    smollm = gguf.GGUFReader(parser.parse_args().gguf).fields["tokenizer.chat_template"].contents()
    models = {"smollm2": (smollm, "<|im_start|>", "<|im_end|>"), "llama2": (LLAMA2, "<s>", "</s>"), "llama3": (LLAMA3, "<|begin_of_text|>", "<|eot_id|>"),
              "llama31": (LLAMA31, "<|begin_of_text|>", "<|eot_id|>"), "mistral": (MISTRAL, "<s>", "</s>"), "zephyr": (ZEPHYR, "<s>", "</s>"),
              "reasoning": (REASONING, "", "<|im_end|>")}
    cases = []
    for name, (template, bos, eos) in models.items():
        compiled = environment().from_string(template)
        for i, messages in enumerate(CONVERSATIONS):
            for prompt in (False, True):
                context = {"messages": messages, "bos_token": bos, "eos_token": eos, "add_generation_prompt": prompt}
                cases.append({"name": f"{name} {i} {prompt}", "template": template, "context": context, "expected": compiled.render(**context)})
    for name, template, context in CONSTRUCTS:
        cases.append({"name": name, "template": template, "context": context, "expected": environment().from_string(template).render(**context)})
    refused = [{"name": n, "template": t, "message": m} for n, t, m in REFUSED]
    golden = {"jinja2": jinja2.__version__, "cases": cases, "refused": refused}
    (HERE / "chat.json").write_text(json.dumps(golden, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
