import type { Messages } from '../errors';

/** Codes are `typeset.<key>`. */
export const messages: Messages = {
  zh: {
    badMeasure: '--measure 的值“{value}”不对，应为数字加单位，如 13.3em、60mm、170pt',
    badPage: '--page 的值“{value}”不对，应为毫米的宽x高，如 273x393，每边 10 到 5000',
    narrow: '栏宽“{value}”太窄，至少要 {least}em。请加大 --measure，或减少 --columns、--gap、--margin',
    wide: '栏宽“{value}”太宽，请改小 --measure',
    noMeasure: '缺少 --measure（行长），如 --measure 13em',
    noOutput: '缺少 -o（输出的 PDF 文件名）',
    sameFile: '-o 与稿件是同一个文件“{file}”，会盖掉稿件。请换一个输出文件名',
    deepIndent: '--indent {value} 太深，一行放不下。请改小缩进或加大 --measure',
    unknownFace: '--font：没有“{value}”这款字体，可选：{choices}',
    longInput: '标准输入超过 {limit} MB。请拆成几个文件',
    writing: '已排{lines}行，正在写 PDF……',
    galley: '{file}：{pages}页，每页{columns}栏，共{lines}行',
    missing: '这些字各款字体都没有，排成了〓：{characters}',
  },
  en: {
    badMeasure: '--measure cannot be “{value}”: give a number with its unit, such as 13.3em, 60mm or 170pt',
    badPage: '--page cannot be “{value}”: give WIDTHxHEIGHT in millimetres, such as 273x393, each from 10 to 5000',
    narrow: 'A column of {value} is too narrow: it needs {least}em. Enlarge --measure, or reduce --columns, --gap or --margin',
    wide: 'A column of {value} is too wide: reduce --measure',
    noMeasure: '--measure (length of a line) is missing, such as --measure 13em',
    noOutput: '-o (name of the PDF file) is missing',
    sameFile: '-o names the manuscript itself, {file}, which would be overwritten: choose another name',
    deepIndent: '--indent {value} leaves no room in the line: reduce it, or enlarge --measure',
    unknownFace: '--font: there is no face “{value}”; choose from {choices}',
    longInput: 'Standard input is longer than {limit} MB: split it into files',
    writing: '{lines} lines set; writing the PDF …',
    galley: '{file}: {pages} page(s), {columns} column(s) a page, {lines} lines',
    missing: 'No face has these characters; 〓 stands in their place: {characters}',
  },
};
