#!/usr/bin/env python3
"""Writes constructs.json beside itself: small templates, one construct each, and what transformers makes of them (a text,
or that it refuses). Needs transformers 5.24 with jinja2 3.1.

    make_jinja_golden.py
"""
import json
import pathlib

import jinja2
import transformers
from transformers.utils.chat_template_utils import _compile_jinja_template

HERE = pathlib.Path(__file__).resolve().parent

CONTEXT = {
    "n": 7, "x": 2.5, "s": "Hello World", "u": "Grüße ñ 你好 🙂", "b": True, "none_": None, "empty": "", "zero": 0,
    "l": [3, 1, 2], "names": ["bob", "Al", "carl", "al"], "d": {"b": 1, "a": 2, "C": "x"}, "big": 12345678901234567890,
    "users": [{"name": "Zoe", "age": 30, "tags": ["x"]}, {"name": "adam", "age": 25}, {"name": "Bea", "age": 30, "tags": []}],
    "tree": [{"v": 1, "kids": [{"v": 2, "kids": []}, {"v": 3, "kids": [{"v": 4, "kids": []}]}]}, {"v": 5, "kids": []}],
    "html": "<b>\"a\" & 'b'</b>", "lines": "one\ntwo\r\nthree\n", "words": " a  b c ", "nested": {"k": [1, {"z": None, "y": 1.0}], "é": "ü\n\t\"\\"},
    "tools": [{"type": "function", "function": {"name": "f", "parameters": {"type": "object", "properties": {"items": {"type": "array"}}}}}],
}

# Expressions, each as {{ ... }}.
EXPRESSIONS = r"""
1 + 2 * 3 ** 2
2 ** 3 ** 2
-2 ** 2
7 // 2
-7 // 2
7 % 3
-7 % 3
7 / 2
6 / 2
7.5 // 2
-7.5 % 2
1e3
1E-5
1.5e16
12345.678e10
0x1F + 0b11 + 0o17
1_000_000
10 ** 20
1 / 3
0.1 + 0.2
1 / 0
'a' * 3
3 * 'ab'
[1, 2] * 2
(1, 2) + (3,)
[1] + [2]
[1] + (2,)
'a' + 1
'a' ~ 1 ~ none ~ true ~ 1.0 ~ [1, 'x']
1 < 2 < 3
1 < 3 < 2
3 > 2 >= 2 == 2 != 1
1 in [1] in [[1]]
1 == true
1.0 == 1
'1' == 1
[1] == (1,)
(1, 2) < (1, 3)
[1, 2] < [1, 3]
'a' < 'B'
1 < 'a'
none == none
none < 1
not 1 == 2
not none
true and 0 or 'x'
1 and 2
0 or none
1 if false
(1 if false) is undefined
1 if b else 2
'a' if 0 else 'b' if 0 else 'c'
none
true
True
False
None
(1,)
()
(1, 2)
[]
{}
{'a': 1, 'b': [1, (2,)]}
{1: 'a'}[1]
{1: 'a', 'x': 2, none: 3, true: 4}
{(1, 2): 'x'}[(1, 2)]
{[1]: 2}
{1.0: 'x'}[1]
{'a': 1,}
[1, 2,]
"a'b"
['a\'b', "it's", 'say "x"', 'both \' "']
['\n\t\\', 'é', '\x07']
'\u00e9\x41\101\n'
'a' 'b'
u
[u]
big
[big]
big + 1
l[0]
l[-1]
l[10]
l[10] is defined
l[1:]
l[::-1]
l[:-1]
l[::2]
l[5:]
l[0:2:1]
(1, 2, 3)[1:]
(1, 2, 3)[::-1]
s[0]
s[-1]
s[2:5]
s[::-1]
u[0:3]
u[-1]
s[100]
d.a
d['a']
d.missing
d.missing.deeper
d['missing'] is defined
d.items
d.items()
d.keys()
d.values()
d.keys() | list
d.values() | list
d.items() | list
d | list
d | length
d.get('a')
d.get('q')
d.get('q', 5)
d.get('q', default=5)
d.copy()
d.update
d.pop('a')
d.items() | length
d.keys()[0]
'a' in d.keys()
l.append(1)
l.index(1)
l.count(3)
l.index(99)
l.0
l.0.x
tools[0].function.parameters.properties.items
tools[0].function.parameters.properties['items']
tools[0]['function']['name']
none_.x
none_.x.y
none_['x']
n.x
undef
undef.x
undef['x']
undef + 1
undef ~ 'x'
undef == undef2
undef == none
undef in [1]
1 in undef
undef | length
undef | upper
undef | list
undef | first
undef | join
undef | default('d')
undef | d
undef | int
undef | float
undef | abs
undef | string
undef | tojson
undef | trim
undef | replace('a', 'b')
undef | items | list
undef | sort
undef | unique | list
undef | sum
undef | map('upper') | list
undef | selectattr('x') | list
undef | reverse | list
undef()
undef is defined
undef is none
undef is string
undef is iterable
undef is sequence
undef is mapping
undef is callable
undef is true
undef is number
undef < 1
-undef
undef[1:]
empty | default('d')
empty | default('d', true)
none_ | default('d')
none_ | default('d', boolean=true)
zero | default('z', True)
undef | default(default_value='k')
undef | default('a', 'b', 'c')
undef | default(wrong=1)
s | upper
s | lower
s | title
s | capitalize
'hello-world foo_bar (x) [y] <z> it\'s' | title
"they're bill's" | title
u | upper
u | lower
'ß' | upper
'ΑΣ' | lower
s | length
u | length
s | count
s | reverse
l | reverse
l | reverse | list
l | first
l | last
[] | first
[] | last
s | first
s | last
d | first
l | sort
l | sort(reverse=true)
l | sort(true)
names | sort
names | sort(case_sensitive=true)
names | sort(reverse=true, case_sensitive=true)
users | sort(attribute='age') | map(attribute='name') | list
users | sort(attribute='age,name') | map(attribute='name') | join(',')
users | sort(attribute='age', reverse=true) | map(attribute='name') | join(',')
[1, 'a'] | sort
d | sort
d | dictsort
d | dictsort(true)
d | dictsort(by='value')
d | dictsort(false, 'key', true)
{'x': 2, 'y': 1} | dictsort(by='value')
d | dictsort(by='q')
[1, 1, 2, 1.0, true, 'a', 'A'] | unique | list
names | unique | list
names | unique(case_sensitive=true) | list
users | unique(attribute='age') | map(attribute='name') | list
names | unique
l | min
l | max
names | min
names | max
names | max(case_sensitive=true)
users | max(attribute='age')
[] | min
[] | max is defined
l | sum
users | sum(attribute='age')
users | sum('age', 100)
l | sum(start=10)
[[1], [2]] | sum(start=[])
['a'] | sum
[1.5, 2] | sum
l | join
l | join(', ')
l | join('-') | upper
users | join(', ', attribute='name')
users | join(attribute='name', d='|')
[1, none, true, 'x'] | join('/')
s | join('.')
none | join
l | list
s | list
u | list
n | list
l | batch(2) | list
l | batch(2, 'x') | list
l | batch(2, fill_with=0) | list
l | slice(2) | list
l | slice(2, 'x') | list
l | slice(5) | list
[1,2,3,4,5,6,7] | slice(3, 'f') | list
users | groupby('age') | list | length
users | groupby('age') | map('first') | list
users | groupby('age')
users | groupby('tags', default=[]) | length
users | groupby('name') | map(attribute='grouper') | list
users | map(attribute='name') | list
users | map(attribute='tags') | list
users | map(attribute='tags', default='none') | list
users | map(attribute='tags.0', default='q') | list
users | map(attribute='name', wrong=1) | list
users | map('attr', 'name') | list
users | map('upper') | list | length
names | map('upper') | join(',')
names | map('replace', 'a', 'o') | list
names | map('truncate', 2, true, '') | list
[1.5, 2.5] | map('round') | list
names | map
names | map('nofilter') | list
[] | map('nofilter') | list
names | select('in', ['bob', 'al']) | list
l | select('odd') | list
l | select('>', 1) | list
l | reject('gt', 1) | list
l | select | list
[0, 1, '', 'a', none] | select | list
[0, 1, '', 'a', none] | reject | list
users | selectattr('age', 'equalto', 30) | map(attribute='name') | list
users | selectattr('age', '==', 30) | list | length
users | selectattr('tags') | map(attribute='name') | list
users | selectattr('tags', 'defined') | map(attribute='name') | list
users | rejectattr('tags', 'defined') | map(attribute='name') | list
users | rejectattr('age', 'lt', 30) | list | length
users | selectattr | list
users | selectattr('age', 'nope') | list
users | selectattr('a.b') | list
(users | selectattr('age', 'gt', 99)) is true
'yes' if users | selectattr('age', 'gt', 99) else 'no'
'yes' if users | selectattr('age', 'gt', 99) | list else 'no'
users | selectattr('age') | length
users | map(attribute='name') | first
(users | map(attribute='name'))[0]
users | map(attribute='name') | last
users | map(attribute='name') | tojson
names | map('upper')
none | selectattr('x') | list
d | items | list
d | items
l | items
d | tojson
nested | tojson
nested | tojson(indent=2)
nested | tojson(indent=0)
nested | tojson(2)
nested | tojson(ensure_ascii=true)
nested | tojson(ensure_ascii=True, indent='--')
nested | tojson(separators=(',', ':'))
nested | tojson(separators=[',', ':'], indent=1)
nested | tojson(sort_keys=true)
d | tojson(sort_keys=true)
nested | tojson(wrong=1)
nested | tojson(true, 2, none, true, 5)
[] | tojson(indent=2)
{} | tojson(indent=2)
[[], {}] | tojson(indent=2)
{1: 2, none: 3, true: 4, 1.5: 5} | tojson
(1, 2) | tojson
u | tojson
u | tojson(ensure_ascii=true)
html | tojson
1.0 | tojson
1e100 | tojson
big | tojson
'\u007f\u2028' | tojson
'\u007f' | tojson(ensure_ascii=true)
range(3) | tojson
d.items() | tojson
d.keys() | list | tojson
42 | string
[1, 'a'] | string
3.7 | int
'42' | int
'42.9' | int
'abc' | int
'abc' | int(5)
'abc' | int(default=7)
'0x1F' | int(base=16)
'1F' | int(0, 16)
'101' | int(base=2)
'0b11' | int(0, 0)
' 12 ' | int
'1_000' | int
'-5' | int
'1e3' | int
none | int
true | int
[] | int(3)
'12abc' | int
'inf' | int
'3.5' | float
'x' | float
'x' | float(1.5)
'1e3' | float
none | float(2)
5 | float
'nan' | float
-5 | abs
-5.5 | abs
'x' | abs
2.5 | round
3.5 | round
2.675 | round(2)
42.55 | round(1, 'floor')
42.55 | round(1, method='ceil')
42 | round
1234.5 | round(-2)
1250 | round(-2)
42.55 | round(1, 'wrong')
'x' | round
1.23456789 | round(precision=3)
words | trim
'xxaxx' | trim('x')
'xyaxy' | trim(chars='xy')
5 | trim
s | replace('o', '0')
s | replace('o', '0', 1)
s | replace('', '-')
s | replace('l', '', count=2)
s | replace(old='H', new='J')
s | replace('o')
5 | replace('5', '6')
lines | indent
lines | indent(2)
lines | indent(2, true)
lines | indent(width=2, first=true, blank=true)
lines | indent('> ', true)
'a\n\nb' | indent(2)
'a\n\nb' | indent(2, blank=true)
'' | indent(2, true)
s | indent(wrong=2)
5 | indent
'x' | center(5)
'x' | center(6)
'xy' | center(5)
s | wordcount
'a-b c_d é' | wordcount
s | truncate(5)
s | truncate(8)
s | truncate(8, true)
s | truncate(8, leeway=0)
s | truncate(8, true, '…', 0)
s | truncate(length=5, end='', leeway=0)
s | truncate(1)
s | urlencode
'a/b c&d=é' | urlencode
{'a b': 1, 'c': 'd/e'} | urlencode
[('a', 1), ('b', 'x y')] | urlencode
5 | urlencode
html | escape
html | e
html | safe
html | forceescape
html | escape | escape
(html | safe) + '<'
'<' + (html | safe)
(html | safe) ~ '<'
(html | safe).upper() + '<i>'
(html | escape) is escaped
html is escaped
{'class': 'x y', 'id': none, 'd': '"<'} | xmlattr
{} | xmlattr
d | attr('items')
s | attr('upper')
d | attr('a')
1000 | filesizeformat
1 | filesizeformat
123456789 | filesizeformat
123456789 | filesizeformat(true)
999 | filesizeformat
'%s-%d' | format('a', 3)
'%s' | format([1])
'%(x)s' | format(x=5)
'%s %s' | format('a')
'%5.2f|%-5s|%05d|%+d|% d|%x|%X|%o|%e|%g|%%|%c|%r' | format(3.14159, 'ab', 42, 5, 6, 255, 255, 8, 12345.678, 0.0001, 'z', 'q')
'%s' % 'a'
'%s %s' % ('a', 'b')
'%d%%' % 50
'%(a)s' % d
'%s' % [1, 2]
'%d' % 'x'
'%d' % 3.9
'%.3s' % 'abcdef'
'%5s|%-5s|' % ('a', 'b')
'%*d' % (5, 42)
'%x' % -255
'%.3d' % 5
'%i' % true
'%g' % 1e10
'%G' % 1e-10
'%e' % 0
'{} {}'.format(1, 'a')
'{0} {1} {0}'.format('a', 'b')
'{x} {y}'.format(x=1, y=2)
'{0.name}'.format(d)
'{0[a]}'.format(d)
'{0[0]}'.format(l)
'{:>5}|{:<5}|{:^5}|{:*^7}'.format('a', 'b', 'c', 'd')
'{:05d} {:+d} {:x} {:#x} {:b} {:,} {:_}'.format(42, 5, 255, 255, 5, 1234567, 1234567)
'{:.2f} {:8.3f} {:e} {:g} {:%} {:.1%}'.format(3.14159, 2.5, 1234.5, 0.00001, 0.5, 0.123)
'{!r} {!s}'.format('a', 'b')
'{{}} {}'.format(1)
'{:{}}|'.format('a', 5)
'{} {0}'.format(1)
'{}'.format()
'{:d}'.format('x')
'{:.3}'.format('abcdef')
'{:.3}'.format(3.14159)
'{:5}|'.format(3)
'{:5}|'.format(none)
'{}'.format(none)
'{:s}'.format(5)
'{:05}'.format('ab')
'{:=+6d}'.format(42)
'{:c}'.format(65)
s.upper()
s.lower()
s.title()
"they're".title()
s.swapcase()
s.capitalize()
s.startswith('Hello')
s.startswith(('x', 'He'))
s.startswith('lo', 3)
s.startswith('lo', 3, 4)
s.startswith(['He'])
s.endswith('World')
s.endswith(('a', 'd'))
s.find('o')
s.find('o', 5)
s.find('z')
s.rfind('o')
s.index('o')
s.index('z')
s.rindex('o')
u.find('你')
s.count('l')
s.count('')
s.count('l', 4)
s.split()
s.split('o')
s.split('o', 1)
s.split(sep='o', maxsplit=1)
s.split(maxsplit=1)
words.split()
words.split(' ')
words.split(none, 1)
s.split('')
s.rsplit('o', 1)
words.rsplit(none, 1)
s.rsplit()
lines.splitlines()
lines.splitlines(true)
lines.splitlines(keepends=True)
'a\x0bb\x1cc\u2028d'.splitlines()
''.splitlines()
s.partition(' ')
s.partition('z')
s.rpartition('o')
s.rpartition('z')
','.join(['a', 'b'])
','.join(l)
','.join('abc')
s.replace('l', 'L')
s.replace('l', 'L', 1)
s.replace('', '.')
s.strip('Hd')
words.strip()
words.lstrip()
words.rstrip()
'xxhixx'.strip('x')
'xxhixx'.lstrip('x')
'xxhixx'.rstrip('x')
words.strip(none)
''.strip()
s.removeprefix('Hello ')
s.removesuffix('World')
s.removeprefix('zzz')
'7'.zfill(3)
'-7'.zfill(4)
'a'.center(5)
'a'.center(4, '*')
'a'.ljust(3) ~ '|'
'a'.rjust(3, '0')
'a\tb'.expandtabs(4)
'abc'.isalpha()
'ab1'.isalnum()
'123'.isdigit()
'²'.isdigit()
'²'.isdecimal()
'½'.isnumeric()
''.isdigit()
'   '.isspace()
'abc'.islower()
'ABC1'.isupper()
'123'.isupper()
'Hello World'.istitle()
'é'.isascii()
'İ'.lower()
s.nosuch
s.nosuch()
s.encode('utf-8')
s.upper
s['upper']()
s.split
s.format
5 is number
5 is integer
5.0 is integer
5.0 is float
true is integer
true is number
true is boolean
5 is boolean
s is string
d is mapping
l is sequence
d is sequence
s is sequence
n is sequence
l is iterable
n is iterable
(l | map('string')) is iterable
(l | map('string')) is sequence
d.keys() is sequence
5 is odd
4 is even
9 is divisibleby 3
9 is divisibleby(2)
9 is divisible by 3
none_ is none
none is none
none_ is not none
b is true
b is false
1 is true
b is sameas true
none is sameas none
1 is sameas 1
1 is sameas true
1 is eq 1
1 is equalto 2
1 is ne 2
1 is lt 2
3 is gt 2
3 is greaterthan 5
3 is le 3
3 is ge 4
1 is in [1, 2]
'a' is in d
1 is not in [2]
'abc' is lower
'ABC' is upper
'Abc' is upper
5 is lower
range is callable
s.upper is callable
'upper' is filter
'nope' is filter
'odd' is test
5 is nosuchtest
5 | nosuchfilter
'x' if false and (5 | nosuchfilter) else 'y'
range(3)
range(3) | list
range(1, 4) | list
range(5, 0, -2) | list
range(0) | list
range(3)[1]
range(3) | length
range(10)[2:4] | list
2 in range(3)
range(1, 2, 0)
range(200000)
range('a')
dict(a=1, b='x')
dict({'a': 1})
dict({'a': 1}, b=2)
dict([('a', 1), ['b', 2]])
dict(**d)
dict(**{'a': 1})
dict(1)
namespace(a=1).a
namespace(a=1).b
namespace({'a': 5}).a
namespace(_a=1)
[1, 2, 3] | length if true
('a', 'b') | join
(1 + 2) * 3
'%s' % (1,)
'a' 'b' ~ 'c'
l == [3, 1, 2]
{'a': 1} == {'a': 1.0}
'a' in 'abc'
'' in 'abc'
1 in 'abc'
'x' not in d
[1] in d
none in [none]
l | length > 2
l | length + 1
-l | length
-1 | abs
- 5 | abs
+5
-true
not true | string
1 | string ~ 2
'a' | upper ~ 'b' | upper
'a,b' .split(',')
s [0]
[1,2][0]
{'a': {'b': 1}}.a.b
'abc'|upper|lower|title
'abc' | upper()
raise_exception('no')
raise_exception()
strftime_now
dict
cycler('a', 'b').next()
cycler()
joiner(', ')()
self
loop
super
'a' is string and 'b' is string
not 'a' is string
'a' is not string
x is number and x > 2
'a' in ['a'] and 'b' not in ['a']
1 ~ 2 + 3
1 + 2 ~ 3
10 - 2 - 3
2 * 3 % 4
'abc'[1:][0]
d['a':]
n[1:]
l['a']
s['a']
l[1.0]
l[true]
'a{}b'.format('x') | upper
1 if 1 else
[1, 2
{{ 1 }}
'unclosed
1 +
a b
@
s!
(1, 2
[1, 2)
x.
x[
l[1,2]
d | length is odd
d.a.b.c
'é' < 'f'
'\ud83d'
'\xZZ'
'\N{DASH}'
true == 1 and false == 0
{true: 'a', 1: 'b'}
{'a': 1}.items() | list
{'b': 2, 'a': 1} | string
1.0
100000000000000000.0
1e22
123456789.123456789
0.0001
0.00001
-0.0
1e400
float
x | int + 1
[x, n, b, none_, u]
{'k': x, 'u': u}
("a" if true else "b") + "c"
9223372036854775807
9223372036854775807 + 1
99999999999999999999
users[0].tags[0]
users[1].tags[0]
users[1].tags
users | length
users | first | string
(users | first).name
users[-1]['name']
users[0] | items | list
users[0].items() | first
users | map(attribute='age') | sum
users | map(attribute='age') | max
users | map('length') | list
(1, (2, 3)) | string
[[1, 2], [3, 4]] | map('sum') | list
[[1, 2], [3, 4]] | map('join', '-') | join(';')
names | map('first') | join
names | map('length') | list
names | reject('equalto', 'bob') | join(' ')
['a b', 'c'] | map('split') | list
"%s and %s" | format(*['a', 'b'])
"{} {}".format(*['a', 'b'])
"{a}".format(**{'a': 1})
dict(*[{'a': 1}])
range(*[1, 3]) | list
dict(a=1, a=2)
dict(**{1: 2})
s.split(*[' '], **{'maxsplit': 1})
s.upper(1)
s.startswith()
s | upper(1)
s | trim(1)
s | center(width=15) ~ '|'
s | center('x')
l | join(1)
l | first(1)
l | length(1)
""".strip("\n").split("\n")

TEMPLATES = [
    "{% for x in l %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}{{ loop.depth }}{{ loop.depth0 }};{% endfor %}",
    "{% for x in l %}{{ loop.previtem }}-{{ x }}-{{ loop.nextitem }};{% endfor %}",
    "{% for x in l %}{{ loop.previtem is defined }}{{ loop.nextitem is defined }};{% endfor %}",
    "{% for x in l %}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "{% for x in [1, 1, 2, 2, 1] %}{{ loop.changed(x) }}{% endfor %}",
    "{% for x in l %}{{ loop['index'] }}{% endfor %}{{ loop is defined }}",
    "{% for x in [] %}a{% else %}none{% endfor %}",
    "{% for x in l if x > 1 %}{{ x }}{{ loop.index }}{{ loop.last }}{{ loop.length }}{% else %}none{% endfor %}",
    "{% for x in l if x > 10 %}{{ x }}{% else %}none{% endfor %}",
    "{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}",
    "{% for k, v in d | items %}{{ k }}={{ v }};{% endfor %}",
    "{% for k in d %}{{ k }}{% endfor %}",
    "{% for c in u %}{{ c }}.{% endfor %}",
    "{% for (a, b) in [(1, 2), (3, 4)] %}{{ a }}{{ b }}{% endfor %}",
    "{% for a, (b, c) in [(1, (2, 3))] %}{{ a }}{{ b }}{{ c }}{% endfor %}",
    "{% for a, b in [(1, 2, 3)] %}{{ a }}{% endfor %}",
    "{% for a, b in [1] %}{{ a }}{% endfor %}",
    "{% for x in none %}{% endfor %}", "{% for x in 5 %}{% endfor %}", "{% for x in undef %}a{% else %}b{% endfor %}",
    "{% for n in tree recursive %}{{ n.v }}{{ loop.depth }}{% if n.kids %}({{ loop(n.kids) }}){% endif %}{% endfor %}",
    "{% for n in tree recursive %}{{ n.v }}{% if n.kids %}<{{- loop(n.kids) -}}>{% endif %}{{ loop.index }}{{ loop.last }}{% endfor %}",
    "{% for n in tree %}{{ loop(n.kids) }}{% endfor %}",
    "{% for x in [1, 2, 3, 4] %}{% if x == 2 %}{% continue %}{% endif %}{% if x == 4 %}{% break %}{% endif %}{{ x }}{% endfor %}",
    "{% break %}", "{% continue %}",
    "{% set ns = namespace(n=0) %}{% for x in l %}{% set ns.n = ns.n + x %}{% endfor %}{{ ns.n }}",
    "{% set ns = namespace(p=0) %}{% for x in [1, 2, 3, 4] if x > ns.p %}{{ x }}{% set ns.p = x + 1 %}{% endfor %}",
    "{% set ns = namespace(p=0) %}{% for x in [1, 2, 3, 4] if x > ns.p %}{{ x }}{{ loop.last }}{% set ns.p = x + 1 %}{% endfor %}",
    "{% set x = 1 %}{% for i in l %}{{ x }}{% set x = x + 1 %}{% endfor %}{{ x }}",
    "{% set x = 1 %}{% if true %}{% set x = 2 %}{% endif %}{{ x }}",
    "{% set a, b = 1, 2 %}{{ a }}{{ b }}", "{% set a, b = (1, 2, 3) %}", "{% set a = 1, 2 %}{{ a }}", "{% set (a, b) = [1, 2] %}{{ a }}{{ b }}",
    "{% set ns = namespace() %}{% set ns.a, ns.b = 1, 2 %}{{ ns.a }}{{ ns.b }}", "{% set ns = namespace() %}{% set ns.x %}block{% endset %}{{ ns.x }}",
    "{% set q.x = 1 %}", "{% set d.x = 1 %}", "{% set ns = namespace() %}{% set ns._x = 1 %}",
    "{% set x %}a{{ n }}b{% endset %}{{ x }}{{ x is string }}", "{% set x | upper %}abc{% endset %}{{ x }}", "{% set x | replace('a', 'b') | upper %}abc{% endset %}{{ x }}",
    "{% set x %}{% set y = 1 %}{{ y }}{% endset %}{{ x }}{{ y }}",
    "{% filter upper %}abc{{ s }}{% endfilter %}", "{% filter replace('a', 'b') | upper %}abc{% endfilter %}", "{% filter indent(2) %}a\nb{% endfilter %}",
    "{% with a = 1, b = 2 %}{{ a }}{{ b }}{% endwith %}{{ a }}", "{% with %}{% set z = 1 %}{{ z }}{% endwith %}{{ z }}", "{% set a = 5 %}{% with a = 1, b = a %}{{ b }}{% endwith %}",
    "{% print 1, 'a', s %}", "{% print %}", "{% do 1 %}", "{% include 'x' %}", "{% nosuch %}", "{% debug %}",
    "{% macro m(a, b=2) %}[{{ a }}|{{ b }}]{% endmacro %}{{ m(1) }}{{ m(1, 3) }}{{ m(b=5, a=4) }}{{ m() }}",
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}", "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(q=2) }}", "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, a=2) }}",
    "{% macro m(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, 3, x=4) }}",
    "{% macro m(a, b=a) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}", "{% macro m(a=1, b) %}{% endmacro %}",
    "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}body{% endcall %}",
    "{% macro m() %}{{ caller(1, 2) }}{% endmacro %}{% call(a, b) m() %}{{ a }}-{{ b }}{% endcall %}",
    "{% macro m() %}{{ caller is defined }}{% endmacro %}{{ m() }}{% call m() %}{% endcall %}", "{% macro m() %}x{% endmacro %}{% call m() %}b{% endcall %}",
    "{% for i in l %}{% macro m() %}{{ i }}{% endmacro %}{{ m() }}{% endfor %}",
    "{% set v = 1 %}{% macro m() %}{{ v }}{% endmacro %}{% set v = 2 %}{{ m() }}",
    "{% macro a() %}A{{ b() }}{% endmacro %}{% macro b() %}B{% endmacro %}{{ a() }}",
    "{% macro f(n) %}{% if n > 0 %}{{ n }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(3) }}",
    "{% for i in l %}{% set z = i %}{% macro m() %}{{ z }}{{ i }}{{ loop is defined }}{% endmacro %}{{ m() }}{% endfor %}",
    "{% macro m() %}x{% endmacro %}{{ m }}{{ m.name }}", "{% macro m(a, b) %}{% endmacro %}{{ m() is string }}{{ m() | length }}",
    "{% generation %}a{% set q = 1 %}{{ q }}{% endgeneration %}{{ q }}", "{% for x in l %}{% generation %}{{ x }}{{ loop.index }}{% endgeneration %}{% endfor %}",
    "{% if n > 5 %}a{% elif n > 3 %}b{% else %}c{% endif %}", "{% if undef %}a{% else %}b{% endif %}", "{% if undef.x %}{% endif %}",
    "{% if n > 5 and s == 'Hello World' or false %}y{% endif %}", "{% if not (n > 5) %}a{% else %}b{% endif %}", "{% if %}{% endif %}",
    "{% if true %}{{ 1 | nosuch }}{% endif %}", "{% if false %}{{ 1 | nosuch }}{% endif %}ok", "{% if false %}{% for x in l %}{{ x | nosuch }}{% endfor %}{% endif %}ok", "{% if false %}{{ 1 is nosuch }}{% endif %}ok",
    "{% raw %}{{ x }}{% if %}{% endraw %}", "{%- raw -%} a {{ b }} {%- endraw -%} c", "a {% raw %} {{ x }} {% endraw %} b", "a\n  {% raw %}\n b \n  {% endraw %}\nc", "{% raw %}x", "{% raw %}a\n  {%- endraw %}b",
    "a\n{% if true %}\nb\n{% endif %}\nc\n", "a\n  {% if true %}\n  b\n  {% endif %}\n  c\n", "a\n  {%- if true -%}\n  b\n  {%- endif -%}\n  c\n",
    "a\n  {%+ if true +%}\n  b\n  {%+ endif %}\nc", "a {# c #} b", "a\n  {# c #}\nb", "a\n {#- c -#} \nb", "a\n {#+ c +#}\nb", "{{ 1 }}\n{{ 2 }}\n", "  {{- 1 -}}  x", "  {{ 1 }}  \n", "a\n\n{{ 1 }}", "a\r\nb\rc\n", "x\n\n", "{# unclosed", "{% if", "{{ 1", "{{ }}", "{% for %}", "{% endfor %}", "{% if true %}", "{% else %}",
    "   {% set x = 1 %}   {{ x }}", "\t{% if true %}x{% endif %}\n", "a{% if true %} b {% endif %}c", "{% if true %}  \n  x{% endif %}", "{{ '{{' }}{{ '}}' }}{{ '%}' }}", "{{ {'a': {'b': 1}} }}", "{{ {'a': {}}}}", "{ { } } {x} {%",
    "{{ 'a\nb' }}", "{{ \"a\\\n b\" }}", "{{ 'a\\qb\\'c' }}", "{% set x = 'a' -%}\n   {{ x }}", "{{ 1 -}}\n\n{{ 2 }}", "\n\n{{- 1 }}",
    "{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.next() }}{{ c.next() }}{{ c.current }}{{ c.reset() }}{{ c.next() }}",
    "{% set j = joiner(';') %}{{ j() }}{{ j() }}{{ j() }}", "{% set j = joiner() %}{% for x in l %}{{ j() }}{{ x }}{% endfor %}",
    "{% set g = l | map('string') %}{{ g | list }}{{ g | list }}", "{% set g = l | map('string') %}{% for x in g %}{{ x }}{% break %}{% endfor %}{{ g | list }}", "{% set g = names | select %}{{ g | first }}{{ g | first }}{{ g | join }}",
    "{% set g = l | reverse %}{{ g | list }}{{ g | list }}", "{% for x in l | map('string') %}{{ x }}{{ loop.length }}{{ loop.last }}{% endfor %}",
    "{% for g in users | groupby('age') %}{{ g.grouper }}:{% for x in g.list %}{{ x.name }}{% endfor %};{% endfor %}", "{% for age, us in users | groupby('age') %}{{ age }}{{ us | length }}{% endfor %}", "{% for age, us in users | groupby(attribute='age') %}{{ age }}{% endfor %}",
    "{% for row in range(7) | batch(3, '-') %}{{ row | join(' ') }};{% endfor %}", "{% for col in range(7) | slice(3) %}{{ col | join(' ') }};{% endfor %}",
    "{% for k, v in d | dictsort %}{{ k }}{{ v }}{% endfor %}", "{% for a in l %}{% for b in l %}{{ loop.index }}{% endfor %}{{ loop.index }};{% endfor %}",
    "{% set loop_ = 5 %}{% for x in l %}{% set outer = loop %}{% for y in l %}{{ outer.index }}{{ loop.index }} {% endfor %}{% endfor %}",
    "{% for x in l -%}\n  {{ x }}\n{%- endfor %}", "{%- for x in l %}\n  {{ x }}\n{%- endfor -%}\n", "{% for x in range(3) %}{{ x }}{% if not loop.last %},{% endif %}{% endfor %}",
    "{% for m in users if m.age == 30 %}{{ loop.index0 }}{{ m.name }}{% endfor %}", "{% set last = users[-1] %}{{ last.name }}", "{% set xs = [] %}{% set xs = xs + [1] %}{{ xs }}", "{% set _ = l.append(4) %}{{ l }}",
    "{{ s if s is defined }}{{ undef if undef is defined }}", "{% if s is defined and s is not none and s | length > 0 %}y{% endif %}", "{% if 'a' in d and d.a is number %}y{% endif %}", "{% if tools is iterable and tools | length > 0 %}{{ tools | tojson(indent=4) }}{% endif %}",
    "{% if (s is string) or (s is mapping) %}y{% endif %}", "{% set x = 1 if true else 2 %}{{ x }}", "{% for x in l %}{{ x }}{% endfor %}{{ x }}", "{% set x = n %}{% for x in l %}{% endfor %}{{ x }}", "{% for x in l %}{% set n = x %}{% endfor %}{{ n }}",
    "{% set messages = users[1:] %}{{ messages | length }}", "{% set ns = namespace(found=false) %}{% for u in users %}{% if u.age < 30 %}{% set ns.found = true %}{% endif %}{% endfor %}{{ ns.found }}", "{{ namespace(a=1) }}",
    "{% autoescape true %}{{ html }}{% endautoescape %}", "{% block a %}x{% endblock %}", "{% extends 'a' %}", "{% import 'a' as b %}", "{% trans %}{% endtrans %}", "{% macro %}{% endmacro %}", "{% macro m( %}", "{% call m %}{% endcall %}", "{% set %}", "{% set 1 = 2 %}", "{% set true = 2 %}", "{% for 1 in l %}{% endfor %}", "{% for x in l recursive if x %}{% endfor %}", "{% if a = b %}{% endif %}", "{{ a = b }}", "{{ l[:] }}{{ l[1:2:] }}{{ l[::] }}", "{{ l[:::] }}", "{{ x is }}", "{{ x | }}", "{{ x.1 }}", "{{ (1,2).0 }}", "{{ l.1 }}", "{{ d. a }}", "{{ f(a=1, 2) }}", "{{ dict(*l, *l) }}", "{{ f(**d, 1) }}", "{{ 1 2 }}", "{% if 1 %}{% endfor %}", "{% endif %}", "{{ 'a' if }}", "{{ not }}", "{{ 5 is divisibleby }}", "{{ 1 is string is string }}", "{{ [1 2] }}", "{{ {1} }}", "{{ {a} }}", "{{ {'a' 1} }}", "{% set x = %}",
    "{{ undef is defined and undef.x }}", "{{ (undef | default({})).x }}", "{{ (undef or {}).x is defined }}", "{{ d.get('x', {}).get('y', 'z') }}", "{{ d.x | default('q') }}", "{{ (d.x | default([])) | length }}",
    "{% set m = {'role': 'user'} %}{{ m.role }}{{ m['role'] }}{{ 'role' in m }}{{ m.content is defined }}", "{% for tool in tools %}{{ tool | tojson }}{{ '\\n' }}{% endfor %}", "{%- for tool in tools %}{{- '\\n' ~ (tool.function if tool.function is defined else tool) | tojson }}{%- endfor %}",
    "{{- '<a>' -}}\n{{- '</a>' -}}", "{{ '\\n' }}{{ \"\\t\" }}{{ '\\\\' }}|", "{{ '\u00e9' }}é", "{{ \"it's\" }}{{ 'say \"x\"' }}", "{% set é = 1 %}{{ é }}", "{{ 1if true else 2 }}", "{{ 'a'if true }}",
    "{% set content = 'x</think>y' %}{{ content.split('</think>')[-1].lstrip('\\n') }}|{{ content.split('</think>')[0] }}|{{ content.split('</think>')|last }}", "{% set c = '<think>a</think>b' %}{{ (c.split('</think>')|first).split('<think>')|last }}",
]


def render(template):
    try:
        return {"expected": _compile_jinja_template(template).render(**CONTEXT)}
    except Exception as problem:   # whatever Python says, it is a refusal
        return {"refused": type(problem).__name__ + ": " + str(problem)[:160]}


def repeats(expected):
    """Whether the text is the same in every run: Python prints some things with their place in memory."""
    no_text = any("\ud800" <= c <= "\udfff" for c in expected)   # half a character
    return " at 0x" not in expected and "<class" not in expected and not no_text


def main():
    cases = []
    for template in ["{{ " + e + " }}" for e in EXPRESSIONS] + TEMPLATES:
        case = {"template": template, **render(template)}
        if not repeats(case.get("expected", "")):
            case = {"template": template, "refused": "not a text that every run repeats"}
        cases.append(case)
    golden = {"jinja2": jinja2.__version__, "transformers": transformers.__version__, "context": CONTEXT, "cases": cases}
    (HERE / "constructs.json").write_text(json.dumps(golden, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(len(cases), "cases,", sum("refused" in c for c in cases), "refused")


if __name__ == "__main__":
    main()
