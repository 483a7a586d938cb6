import type { Messages } from '../errors';

/** Sentences of the fonts room. */
export const messages: Messages = {
  zh: {
    notFont: '{file}：不是可用的字体文件（需要 TTF、OTF 或 TTC）。请换一个字体文件，或重新安装本程序。',
    damaged: '{file}：字体文件已损坏（{place}）。请重新安装本程序（源码目录下运行 npm ci），自备字体请换一份完好的文件。',
    noSuchIndex: '{file}：字体集中没有第 {index} 款字体（共 {count} 款，从 0 数起）。请改正 manifest.json 中的 index。',
    embeddingForbidden:
      '{file}：该字体的许可（OS/2 fsType = {fsType}）不允许嵌入或子集化，无法用于印刷 PDF。请换用允许嵌入的字体。',
    unknownFace: '没有名为“{face}”的字体。可用的字体见 fonts/manifest.json：{known}。',
    noGeta: '字体“{face}”及其后备字体都没有“〓”（U+3013），缺字无法标示。请在后备字体中加入 song-regular。',
    fileMissing: '缺少字体文件 {file}（字体“{face}”）。请运行 npm ci，或重新安装本程序。',
    fileUnreadable: '无法读取字体文件 {file}（{reason}）。请检查文件权限，或重新安装本程序。',
    manifest: '{file}：字体清单有误，{place}。请改正该处，或重新安装本程序。',
  },
  en: {
    notFont: '{file}: not a usable font file (TTF, OTF or TTC expected). Use another font file, or reinstall the program.',
    damaged:
      '{file}: the font file is damaged ({place}). Reinstall the program (npm ci in a checkout); replace a font of your own by an intact copy.',
    noSuchIndex: '{file}: the collection has no face {index} (it has {count}, counted from 0). Correct "index" in manifest.json.',
    embeddingForbidden:
      '{file}: the licence bits of this font (OS/2 fsType = {fsType}) forbid embedding or subsetting, so it cannot go into a press PDF. Use a font that permits embedding.',
    unknownFace: 'There is no face named "{face}". The faces of fonts/manifest.json are: {known}.',
    noGeta:
      'Neither face "{face}" nor its fallbacks have U+3013, which marks missing characters. Add song-regular to the fallbacks.',
    fileMissing: 'The font file {file} (face "{face}") is missing. Run npm ci, or reinstall the program.',
    fileUnreadable: 'The font file {file} cannot be read ({reason}). Check its permissions, or reinstall the program.',
    manifest: '{file}: the font manifest is wrong, {place}. Correct it there, or reinstall the program.',
  },
};
