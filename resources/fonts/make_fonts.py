"""Makes the shipped text font from Debian's fonts-inter: Inter with tabular figures as the ordinary ones.

Qt 6.4 cannot switch OpenType features on, and numbers in columns must not dance, so the figures "tnum" stands for take
the places of the proportional ones. Inter's licence (OFL-1.1, no reserved name) permits that; the family gets a name of
its own so that an installed Inter is not mixed with it.

    python3 make_fonts.py /usr/share/fonts/opentype/inter OUTPUT_FOLDER      (needs fonttools)
"""
import pathlib
import sys

from fontTools.ttLib import TTFont

FAMILY = "Inter Tabular"
WEIGHTS = ["Regular", "Medium", "SemiBold", "Bold"]


def tabular_substitutions(font):
    table = font["GSUB"].table
    lookups = {index for record in table.FeatureList.FeatureRecord if record.FeatureTag == "tnum"
               for index in record.Feature.LookupListIndex}
    pairs = {}
    for index in lookups:
        for subtable in table.LookupList.Lookup[index].SubTable:
            pairs.update(getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {}))
    return pairs


def convert(source, target, weight):
    font = TTFont(source)
    pairs = tabular_substitutions(font)
    for table in font["cmap"].tables:
        for code, glyph in list(table.cmap.items()):
            if glyph in pairs:
                table.cmap[code] = pairs[glyph]
    for record in font["name"].names:
        replaced = {1: f"{FAMILY} {weight}" if weight not in ("Regular", "Bold") else FAMILY,
                    3: f"{FAMILY} {weight}; tabular figures", 4: f"{FAMILY} {weight}",
                    6: f"InterTabular-{weight}", 16: FAMILY}.get(record.nameID)
        if replaced:
            record.string = replaced
    top = font["CFF "].cff if "CFF " in font else None
    if top:
        top.fontNames = [f"InterTabular-{weight}"]
    font.save(target)


source, target = map(pathlib.Path, sys.argv[1:])
for weight in WEIGHTS:
    convert(source / f"Inter-{weight}.otf", target / f"InterTabular-{weight}.otf", weight)
