import type { Messages } from '../errors';

/** Sentences of the fonts room. */
export const messages: Messages = {
  zh: {
    notFont: '{file} 不是可用的字体文件（应为 TTF、OTF 或 TTC），请换一个字体文件，或重新安装本程序',
    noOutlines: '{file} 没有 TrueType 或 CFF 轮廓（可能是可变字体 CFF2 或点阵字体），不能用于印刷 PDF；请换用静态的 TTF 或 OTF',
    damaged: '{file} 已损坏（{place}）；请重新安装本程序（源码目录下运行 npm ci），自备字体请换一份完好的文件',
    noSuchIndex: '{file} 中没有第 {index} 款字体（共 {count} 款，从 0 数起）；请改正序号',
    embeddingForbidden: '{file} 的授权标志（OS/2 fsType = {fsType}）不允许嵌入或取子集，不能用于印刷 PDF；请换用允许嵌入的字体',
    unknownFace: '没有“{face}”这款字体，可用的有：{known}',
    noGeta: '字体“{face}”及其后备字体都没有“〓”（U+3013），无法标示缺字；请在它的 fallback 中加上 song-regular',
    fileMissing: '缺少字体文件 {file}（字体“{face}”）；请运行 npm ci，或重新安装本程序',
    fileUnreadable: '字体文件 {file} 无法读写（{reason}）；请检查权限和磁盘，或重新安装本程序',
    manifestMissing: '找不到字体清单 {file}；请重新安装本程序',
    manifest: '{file} 中 {place} 有误；请改正该处，或重新安装本程序',
  },
  en: {
    notFont: '{file} is no usable font file (TTF, OTF or TTC expected); use another font file, or reinstall the program',
    noOutlines:
      '{file} has no TrueType or CFF outlines (a variable CFF2 or a bitmap font?) and cannot go into a press PDF; use a static TTF or OTF',
    damaged:
      '{file} is damaged ({place}); reinstall the program (npm ci in a checkout), or replace a font of your own by an intact copy',
    noSuchIndex: '{file} has no face {index} (it has {count}, counted from 0); correct the number',
    embeddingForbidden:
      '{file} forbids embedding or subsetting (OS/2 fsType = {fsType}) and cannot go into a press PDF; use a font that permits it',
    unknownFace: 'There is no face “{face}”; there are: {known}',
    noGeta: 'Neither “{face}” nor its fallbacks have U+3013, which marks missing characters; add song-regular to its fallback',
    fileMissing: 'The font file {file} (face “{face}”) is missing; run npm ci, or reinstall the program',
    fileUnreadable:
      'The font file {file} cannot be read or written ({reason}); check permissions and disk, or reinstall the program',
    manifestMissing: 'There is no font manifest {file}; reinstall the program',
    manifest: '{file} is wrong at {place}; correct it there, or reinstall the program',
  },
};
