import type { Messages } from '../errors';
import type { PartKind } from './types';

type Names = Readonly<Record<Exclude<PartKind, 'mark'>, string>>;

const partNames: { readonly zh: Names; readonly en: Names } = {
  zh: {
    kicker: '引题',
    headline: '主题',
    deck: '副题',
    byline: '署名',
    heading: '一级小标题',
    subheading: '二级小标题',
    paragraph: '正文',
    verse: '诗行',
    link: '网址或邮箱',
    signature: '文末署名',
    jump: '转版提示',
    caption: '图片说明',
    credit: '摄影署名',
    label: '栏目名',
    title: '标题',
    text: '启事正文',
    entry: '启事条目',
    line: '广告文字',
  },
  en: {
    kicker: 'a kicker',
    headline: 'a headline',
    deck: 'a deck',
    byline: 'a byline',
    heading: 'a heading',
    subheading: 'a second-level heading',
    paragraph: 'body text',
    verse: 'a line of verse',
    link: 'an address of mail or web',
    signature: 'a signature',
    jump: 'a jump line',
    caption: 'a caption',
    credit: 'a photographer’s credit',
    label: 'a label',
    title: 'a title',
    text: 'the text of a notice',
    entry: 'an entry of a notice',
    line: 'a line of an advertisement',
  },
};

/** A sentence for each kind of part that may be doubtful: `doubt-kicker` … */
function doubts(names: Names, say: (name: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(names).map(([part, name]) => [`doubt-${part}`, say(name)]));
}

/** Errors and findings; the code is `manuscript.<key>`. Lines of a finding stand in its span. */
export const messages: Messages = {
  zh: {
    noWord: '{file}：不是 Word 文档（.docx）。表格和演示文稿请把文字复制到 Word 或纯文本里再导入。',
    oldWord: '{file}：是旧格式（.doc、.wps）或加了密码的文档。请在 Word 或 WPS 里另存为 .docx（不加密码）后再导入。',
    archive: '{file}：这种压缩包（RAR、7z）打不开。请解压后导入里面的文件，或改用 ZIP。',
    otherKind: '{file}：这种文件（{kind}）不能导入。请另存为 .docx 或纯文本（.txt）后再导入。',
    large: '{file}：{size} MB，超过稿件上限 {limit} MB。请拆成几个文件，或另存为纯文本后再导入。',
    lines: '{file}：超过 {limit} 行，不像是稿件。请拆成几个文件后再导入。',
    binary: '{file}：不是文本文件。请用写稿的软件打开，另存为纯文本（.txt，UTF-8 或 GB 18030）后再导入。',
    encoding: '{file}：认不出文字编码，文件可能不完整。请重新索取，或另存为 UTF-8 纯文本后再导入。',
    empty: '{file}：文件里没有文字。请检查是否存错了文件。',
    'rule-entities': '网页代码还原为字符 {count} 处：{examples}',
    'rule-invisible': '去掉看不见的字符 {count} 个：{examples}',
    'rule-width': '全角字母、数字改为半角 {count} 处：{examples}',
    'rule-punctuation': '半角标点改为全角 {count} 处：{examples}',
    'rule-stop': '句末的点改为句号 {count} 处：{examples}',
    'rule-ellipsis': '省略号改为“……” {count} 处：{examples}',
    'rule-dash': '破折号改为“——” {count} 处：{examples}',
    'rule-titles': '尖括号改为书名号 {count} 处：{examples}',
    'rule-quotes': '直引号改为弯引号 {count} 处：{examples}',
    'rule-turned': '方向不对的引号转过来 {count} 处：{examples}',
    'rule-spaces': '去掉多余空格 {count} 处：{examples}',
    'rule-rejoined': '接上断开的段落 {count} 处：{examples}',
    'rule-parted': '标题与正文分开 {count} 处：{examples}',
    article: '文章《{headline}》，{paragraphs} 段（把握 {percent}%）',
    'article-untitled': '文章（没有标题），{paragraphs} 段（把握 {percent}%）',
    group: '组照 {pictures} 张，摄影：{credit}（把握 {percent}%）',
    notice: '启事栏，{entries} 项（把握 {percent}%）',
    advertisement: '{label}《{title}》（把握 {percent}%）',
    caption: '图片说明“{caption}”（把握 {percent}%）',
    mark: '“{text}”只作标记，不排入版面',
    ...doubts(partNames.zh, (part) => `请核对：“{text}”当作${part}（把握 {percent}%）`),
    'no-headline': '请补标题：第 {line} 行开始的文章没有标题',
  },
  en: {
    noWord:
      '{file}: is no Word document (.docx). Copy the text of sheets and slides into Word or a plain text, then import that.',
    oldWord:
      '{file}: is in an old format (.doc, .wps) or locked by a password. Save it as .docx without a password in Word or WPS, then import it.',
    archive: '{file}: archives of this kind (RAR, 7z) cannot be opened. Unpack it and import its files, or use ZIP.',
    otherKind: '{file}: files of this kind ({kind}) cannot be imported. Save it as .docx or plain text (.txt), then import it.',
    large:
      '{file}: {size} MB is over the limit of {limit} MB for a manuscript. Split the file, or save its text alone and import that.',
    lines: '{file}: more than {limit} lines; this is hardly a manuscript. Split the file and import the pieces.',
    binary:
      '{file}: not a text file. Open it in the program it was written with, save it as plain text (.txt, UTF-8 or GB 18030) and import that.',
    encoding:
      '{file}: the character encoding is unknown; the file may be incomplete. Ask for it again, or save it as UTF-8 plain text and import that.',
    empty: '{file}: the file holds no text. Check that the right file was saved.',
    'rule-entities': '{count} web entities made characters: {examples}',
    'rule-invisible': '{count} invisible characters taken out: {examples}',
    'rule-width': '{count} full-width letters or figures made half-width: {examples}',
    'rule-punctuation': '{count} half-width marks made full-width: {examples}',
    'rule-stop': '{count} dots at the end of sentences made 。: {examples}',
    'rule-ellipsis': '{count} ellipses made ……: {examples}',
    'rule-dash': '{count} dashes made ——: {examples}',
    'rule-titles': '{count} angle brackets made 《》: {examples}',
    'rule-quotes': '{count} straight quotes made curly: {examples}',
    'rule-turned': '{count} quotes that faced the wrong way turned: {examples}',
    'rule-spaces': '{count} stray spaces taken out: {examples}',
    'rule-rejoined': '{count} broken paragraphs joined: {examples}',
    'rule-parted': '{count} headlines parted from their text: {examples}',
    article: 'Article “{headline}”, {paragraphs} paragraphs ({percent} % sure)',
    'article-untitled': 'Article without a headline, {paragraphs} paragraphs ({percent} % sure)',
    group: 'Group of {pictures} photographs by {credit} ({percent} % sure)',
    notice: 'Notice with {entries} entries ({percent} % sure)',
    advertisement: '{label} “{title}” ({percent} % sure)',
    caption: 'Caption “{caption}” ({percent} % sure)',
    mark: '“{text}” is a mark and is not printed',
    ...doubts(partNames.en, (part) => `Please check: “{text}” was taken for ${part} ({percent} % sure)`),
    'no-headline': 'Please add a headline: the article from line {line} has none',
  },
};
