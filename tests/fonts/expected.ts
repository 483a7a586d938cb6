import type { Segment } from './support';
import { python } from './tools';

/** What fontTools reads from a font, glyph by glyph. */
export interface ExpectedGlyph {
  readonly glyph: number;
  readonly segments: readonly Segment[];
  readonly ink: readonly number[] | null;
  readonly advance: number;
}

/** A pen that writes segments as the tests record them, with implied points made explicit. */
export const PEN = `
import json, sys
from fontTools.ttLib import TTFont
from fontTools.pens.basePen import BasePen
from fontTools.pens.boundsPen import BoundsPen, ControlBoundsPen

class Recorder(BasePen):
    def __init__(self, glyphs):
        super().__init__(glyphs)
        self.segments = []
    def _moveTo(self, p): self.segments.append(['m', *p])
    def _lineTo(self, p): self.segments.append(['l', *p])
    def _qCurveToOne(self, a, b): self.segments.append(['q', *a, *b])
    def _curveToOne(self, a, b, c): self.segments.append(['c', *a, *b, *c])
    def _closePath(self): self.segments.append(['z'])

def expected(font, ids):
    names, glyphs, out = font.getGlyphOrder(), font.getGlyphSet(), []
    # A glyf record states the box of all points, those off the curve too.
    bounds_of = ControlBoundsPen if 'glyf' in font else BoundsPen
    for i in ids:
        pen, bounds = Recorder(glyphs), bounds_of(glyphs)
        glyphs[names[i]].draw(pen)
        glyphs[names[i]].draw(bounds)
        out.append(dict(glyph=i, segments=pen.segments, ink=bounds.bounds, advance=font['hmtx'][names[i]][0]))
    return out
`;

/** Expected outlines of every `step`-th glyph. */
export function expectedGlyphs(file: string, step: number): ExpectedGlyph[] {
  const program = `${PEN}
font = TTFont(sys.argv[1], lazy=True)
print(json.dumps(expected(font, range(0, font['maxp'].numGlyphs, int(sys.argv[2])))))
`;
  return python(program, [file, String(step)]);
}

/** Every character of a font with its glyph, and the vertical forms of simplified Chinese. */
export function expectedMaps(file: string): { cmap: [number, number][]; vertical: [number, number][] } {
  const program = `${PEN}
font = TTFont(sys.argv[1], lazy=True)
ids = font.getReverseGlyphMap()
vertical = {}
if 'GSUB' in font:
    gsub = font['GSUB'].table
    scripts = {s.ScriptTag: s.Script for s in gsub.ScriptList.ScriptRecord}
    script = scripts.get('hani') or scripts.get('DFLT')
    languages = {l.LangSysTag: l.LangSys for l in script.LangSysRecord}
    language = languages.get('ZHS ', script.DefaultLangSys)
    features = [gsub.FeatureList.FeatureRecord[i] for i in language.FeatureIndex]
    for lookup in sorted(i for f in features if f.FeatureTag == 'vert' for i in f.Feature.LookupListIndex):
        for subtable in gsub.LookupList.Lookup[lookup].SubTable:
            for one, other in getattr(subtable, 'ExtSubTable', subtable).mapping.items():
                vertical.setdefault(ids[one], ids[other])
print(json.dumps(dict(cmap=[[c, ids[n]] for c, n in font.getBestCmap().items()], vertical=list(vertical.items()))))
`;
  return python(program, [file]);
}
