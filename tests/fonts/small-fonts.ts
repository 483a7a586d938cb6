import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './support';
import { python } from './tools';

/** Whole fonts of a few kilobytes, cut from the program's faces by fontTools: every table, few glyphs. */
export interface SmallFonts {
  /** `glyf` with composites. */
  readonly composite: Uint8Array;
  /** `glyf` with vertical forms in `GSUB`. */
  readonly vertical: Uint8Array;
  readonly cff: Uint8Array;
}

const PROGRAM = `
import json, sys
from fontTools import subset
from fontTools.ttLib import TTFont
for source, target, text in json.loads(sys.argv[1]):
    options = subset.Options(layout_features=['*'], name_IDs=['*'], notdef_outline=True, glyph_names=False)
    font = TTFont(source)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=text)
    subsetter.subset(font)
    font.save(target)
print('null')
`;

export function smallFonts(): SmallFonts {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-fonts-'));
  const modules = join(root, 'node_modules', '@expo-google-fonts');
  const jobs: Record<keyof SmallFonts, [source: string, text: string]> = {
    composite: [join(modules, 'ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf'), 'ＡＢｃ：…汉，'],
    vertical: [join(modules, 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'), '汉字，（）《》—…Aa1〓𠂉'],
    cff: [join(root, 'fonts/FandolFang-Regular.otf'), '汉字，（）《》—…Aa1〓'],
  };
  try {
    const list = Object.entries(jobs).map(([name, [source, text]]) => [source, join(folder, name), text]);
    python(PROGRAM, [JSON.stringify(list)]);
    const read = (name: keyof SmallFonts): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));
    return { composite: read('composite'), vertical: read('vertical'), cff: read('cff') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
