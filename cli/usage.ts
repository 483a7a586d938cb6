import { CLEAN_RULES } from '../engine/issue/text-rules';
import type { Io } from './command';
import { commandNames } from './names';
import { typesettingUsages } from './usage-typesetting';

/** Help of a command: how it is called, then what it does and each of its options, by language. */
export interface Usage {
  readonly synopsis: string;
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

const usages: Readonly<Record<string, Usage>> = {
  new: {
    synopsis: 'banxin new FOLDER --template NAME|--from FOLDER [--date YYYY-MM-DD] [--number N] [--pages N] [--force] [--json]',
    zh: [
      '按模板新建一期报纸，或接着上一期做下一期。',
      '--template  sikai（四开）、duikai（对开），或自存的模板（banxin template）',
      '--from      上一期的文件夹：留下报头、版眉、版式、启事和没用的补白，期号加一',
      '--date      出版日期，默认今天',
      '--number    期号，默认 1',
      '--pages     版数，默认 1',
      '--force     文件夹里已有一期报纸时覆盖它',
    ],
    en: [
      'Makes an issue from a template, or the issue after another one.',
      '--template  sikai (273 × 390 mm), duikai (390 × 546 mm), or one of your own (banxin template)',
      '--from      folder of the last issue: masthead, folio lines, page design, notices and unused fillers stay, the number goes up',
      '--date      date of publication, today when not given',
      '--number    number of the issue, 1 when not given',
      '--pages     number of pages, 1 when not given',
      '--force     replaces the issue that stands in the folder',
    ],
  },
  import: {
    synopsis: 'banxin import FOLDER FILE… [--update] [--no-clean RULE,…] [--json]',
    zh: [
      '导入来稿（.txt、.docx、.html）、照片、PDF 广告和装着它们的 .zip，逐个说明结果。给的是目录时，导入其中的文件。',
      '有文件被拒收时，其余照常导入，退出码为 1。',
      '--update  以前导入过、内容有改动的文件，更新它的稿件：版式和照片不变，只在这里手改过的保留；不加时只说明哪里不同',
      `--no-clean  这次不用这些清理规则：${CLEAN_RULES.join(' ')}`,
    ],
    en: [
      'Brings in manuscripts (.txt, .docx, .html), photographs, PDF advertisements and .zip archives of them, and says what became of each. A folder brings its files.',
      'When a file is refused the others stay imported; the exit code is 1.',
      '--update  a file that came before with other words updates its articles: form and photographs stay, and what was changed by hand alone; without it the differences are told',
      `--no-clean  leaves these rules of cleaning out: ${CLEAN_RULES.join(' ')}`,
    ],
  },
  arrange: {
    synopsis: 'banxin arrange FOLDER [--page N] [--seed S] [--proposals K] [--tries N] [--json]',
    zh: [
      '排出全部或一个版面并保存。',
      '--page       只排这一版',
      '--seed       换一种排法',
      '--proposals  出几种不同的排法，存最好的；--json 列出全部',
      '--tries      多找几遍，每遍多费同样的时间，取最好的',
    ],
    en: [
      'Proposes the pages, or one page, and stores them.',
      '--page       only this page',
      '--seed       another arrangement',
      '--proposals  so many arrangements that differ; the best is stored, --json lists all',
      '--tries      searches so many times, each as long as the first, and takes the best',
    ],
  },
  check: {
    synopsis: 'banxin check FOLDER [--words FILE…] [--json]',
    zh: [
      '文字校对：引号括号不配对、重复字词、不存在的日期和星期、百分比之和、姓名两种写法、图号、的地得、本报词表。有错误时退出码为 1。',
      '--words  另用这些词表：纯文本，每行一个词；[禁用]、[敏感]、[规范] 各起一段，规范词写作“错 → 对”。',
      '本期文件夹 words/ 和用户数据文件夹 words/ 里的 .txt 自动使用。',
    ],
    en: [
      'Checks the words: unpaired marks, repeats, dates and weekdays, percentages, names, figures, particles, the word lists. Exit code 1 on errors.',
      '--words  uses these lists too: plain text, one entry a line; [forbidden], [sensitive], [preferred] head a part, preferred forms are “wrong → right”.',
      'Files *.txt in words/ of the issue’s folder and of your data folder are used by themselves.',
    ],
  },
  versions: {
    synopsis:
      'banxin versions FOLDER [--save NAME] [--diff V [--with V]] [--restore V] [--article ID] [--put-away COPY] [--json]',
    zh: [
      '列出存下的版本和网盘留下的冲突副本；存一个版本、比较、恢复。V 是列表中的序号、名称或冲突副本的文件名。',
      '--save      把现在的样子存为一个版本；--who 存者姓名',
      '--diff      与现在（或 --with 的版本）逐段逐字比较',
      '--restore   恢复到这个版本；现在的样子先存为一个版本',
      '--article   只看、只恢复这一篇稿件',
      '--put-away  把处理过的冲突副本收进 backups',
    ],
    en: [
      'Lists versions and the conflict copies of cloud drives; keeps, compares and restores. V is a place in the list, a name, or the file name of a copy.',
      '--save      keeps the present state as a version; --who names who keeps it',
      '--diff      compares with the present state (or with --with), by paragraphs and characters',
      '--restore   goes back to this version; the present state is kept as one first',
      '--article   this article alone',
      '--put-away  moves a copy that was dealt with into backups',
    ],
  },
  sign: {
    synopsis:
      'banxin sign FOLDER [--step STEP --who NAME [--page 1,3|1-4] [--remark TEXT] [--return]] [--sheet FILE.html] [--json]',
    zh: [
      '三审三校：签字并列出各版状态；终审后又改过的版失去签发。',
      '--step    小样 大样 清样 一校 二校 三校 初审 复审 终审；终审通过即签发',
      '--who     签字人',
      '--page    哪些版，默认全部',
      '--remark  备注；--return 退改，必须写备注',
      '--sheet   写出审校记录单（可打印的网页）；--force 覆盖',
    ],
    en: [
      'Three reviews and three readings: signs pages and tells the state of each; a page that is changed after its final review loses its release.',
      '--step    galley page final (proofs) reading1 reading2 reading3 review1 review2 review3; review3 releases',
      '--who     who signs',
      '--page    which pages, all when not given',
      '--remark  a remark; --return sends back, which needs one',
      '--sheet   writes the record as a page to be printed; --force replaces it',
    ],
  },
  assets: {
    synopsis: 'banxin assets FOLDER [--replace PHOTO=FILE…] [--json]',
    zh: [
      '逐字节核对照片原件，说明哪些不见了、哪些损坏了（退出码 1）；网盘改了名的自动找回。',
      '--replace  用文件换上：p3=照片.jpg；说明和位置不变',
    ],
    en: [
      'Checks the originals of all photographs byte by byte and names those that are missing or damaged (exit code 1); what a cloud drive renamed comes back.',
      '--replace  puts files in place: p3=photo.jpg; caption and place stay',
    ],
  },
  pack: {
    synopsis: 'banxin pack FOLDER --page N | --articles ID… [-o FILE] [--force] [--json]',
    zh: [
      '把一个版（连同稿件、照片、组照、启事、广告）或几篇稿件打成版包，带到另一台电脑并入。',
      '--page      哪一版',
      '--articles  哪些稿件：a1,a2',
      '-o          文件名或文件夹，默认 NAME-p2.banxinpage',
      '--force     覆盖已有的文件',
    ],
    en: [
      'Packs a page with all that stands on it, or articles, as one file to be merged at another desk.',
      '--page      the page',
      '--articles  the articles: a1,a2',
      '-o          file or folder, NAME-p2.banxinpage when not given',
      '--force     replaces a file that is already there',
    ],
  },
  assemble: {
    synopsis: 'banxin assemble FOLDER PACKAGE… [--take ours|theirs|newer] [--resolve UNIT=RULE,…] [--json]',
    zh: [
      '把别处来的版包并入这一期；先后、重复都不影响结果。两边都改过而没有规则的，列出双方内容，什么都不改，退出码为 1。',
      '--take     冲突一律取：ours 本期的、theirs 版包的、newer 较新的（几个版包之间总取较新的）',
      '--resolve  逐处决定：page:2=theirs,article:a1=ours',
    ],
    en: [
      'Merges packages into the issue; neither order nor repeats matter. What was changed on both sides is listed and nothing is changed (exit code 1), unless a rule decides.',
      '--take     decides every conflict: ours (as here), theirs (the package), newer (between packages always the newer)',
      '--resolve  decides one by one: page:2=theirs,article:a1=ours',
    ],
  },
  press: {
    synopsis:
      'banxin press FOLDER -o DIR [--standard pdfx4|pdfx1a] [--together|--imposed|--spreads] [--marks] [--proof] [--spot] [--force] [--json]',
    zh: [
      '输出付印 PDF，一版一个文件；空版跳过并说明。有照片文件缺失或损坏时其余照常输出，退出码为 1。',
      '-o          输出目录，没有时新建',
      '--standard  pdfx4（默认）；旧的制版流程用 pdfx1a',
      '--together  全期合成一个文件',
      '--imposed   拼版：一个文件是印张的一面，左右两版（四版为 4|1、2|3），版数不够时补空版',
      '--spreads   对开看：一个文件是读者同时看到的两版（1、2|3、4）',
      '--marks     出血外加裁切线、套准线、色标和版次说明',
      '--proof     校样：缺失的照片画出记号，文件名以 _proof 结尾',
      '--spot      套红用专色版',
      '--force     覆盖已有的文件',
    ],
    en: [
      'Writes the press PDFs, one a page; skips empty pages and says so.',
      'When a photograph is missing or damaged the rest is written; the exit code is 1.',
      '-o          folder for the files, made when it is not there',
      '--standard  pdfx4, or pdfx1a for old plate-setters',
      '--together  all pages in one file',
      '--imposed   two pages side by side, one file a side of a sheet (4|1 and 2|3 of four pages), blank ones added',
      '--spreads   the two pages that a reader sees at once in one file (1, 2|3, 4)',
      '--marks     crop and register marks, colour bar and slug line outside the bleed',
      '--proof     marks missing photographs; the file names end in _proof',
      '--spot      the house colour prints from a spot plate',
      '--force     replaces files that are already there',
    ],
  },
  fonts: {
    synopsis: 'banxin fonts [FOLDER] [--use ROLE=FACE] [--json]',
    zh: [
      '列出程序的字体和自备字体（TTF、OTF、TTC）：放在哪里、能不能用、缺多少字。',
      'FOLDER  这一期报纸用了哪些自备字体',
      '--use   这一期的 ROLE（如 song-regular）改用自备字体 FACE；ROLE= 改回程序的字体',
    ],
    en: [
      'Lists the faces of the program and your own (TTF, OTF, TTC): where they stand, whether they can be used, what they lack.',
      'FOLDER  the faces of your own that this issue uses',
      '--use   sets ROLE (such as song-regular) of this issue in your FACE; ROLE= goes back to the face of the program',
    ],
  },
  preflight: {
    synopsis: 'banxin preflight FOLDER|FILE.pdf [--plates DIR] [--dpi N] [--standard pdfx4|pdfx1a] [--spot] [--force] [--json]',
    zh: [
      '印前检查：说明付印会出什么问题、形式上有什么差错；任何来源的 PDF 也可以查。有错误时退出码为 1。',
      '--plates    把各页的分色版（C、M、Y、K、专色）、总墨量图存成 PNG，并列出不在单黑版上的文字',
      '--dpi       分色版的分辨率，默认 150',
      '--standard  按哪种标准付印：pdfx4（默认）、pdfx1a',
      '--spot      套红用专色版',
      '--force     覆盖已有的图片',
    ],
    en: [
      'Tells what would go wrong at the press and against the rules of form; looks at any PDF too. Exit code 1 on errors.',
      '--plates    writes the plates of each page (C, M, Y, K, spots) and the map of total ink as PNG, and lists text off the black plate',
      '--dpi       resolution of the plates, 150 when not given',
      '--standard  pdfx4 (when not given) or pdfx1a',
      '--spot      the house colour prints from a spot plate',
      '--force     replaces pictures that are already there',
    ],
  },
  handoff: {
    synopsis:
      'banxin handoff FOLDER -o DIR [--preset FILE] [--together] [--imposed|--spreads] [--copies N] [--resend] [--force] [--json]',
    zh: [
      '备齐交给印厂的全部文件：印刷 PDF、样张、检查报告、生产单、校验值，并打成 ZIP。有错误时照样备好，退出码为 1。',
      '-o          输出目录',
      '--preset    印厂的设置文件（JSON），见 docs/preset.md',
      '--together  印刷文件全期合成一个，不是每版一个',
      '--imposed   另附拼好的印张；--spreads 另附对开看的文件',
      '--copies    印数',
      '--resend    只重发与上次不同的版，文件名带版本号，附改版说明',
      '--force     替换目录里上次交印的文件',
    ],
    en: [
      'Makes the whole package for the print shop: press PDFs, proofs, report, job ticket, sums, and a ZIP of all.',
      'With errors found the package is made all the same; the exit code is 1.',
      '-o          folder for the package',
      '--preset    preset of the print shop (JSON): see docs/preset.md',
      '--together  one press file of all pages, not one a page',
      '--imposed   imposed sheets besides; --spreads spreads for readers besides',
      '--copies    number of copies',
      '--resend    sends only pages that have changed again, with a version in their names and a difference sheet',
      '--force     replaces a handoff that stands in the folder',
    ],
  },
  export: {
    synopsis: 'banxin export FOLDER -o DIR [--force] [--json]',
    zh: ['把已上版的稿件导出为纯文本和网页，照片在旁；按版列出目录。', '-o       输出文件夹', '--force  替换已有的文件夹'],
    en: [
      'Exports the articles that stand on pages as plain text and web pages with pictures, and a list of contents.',
      '-o       folder for the files',
      '--force  replaces a folder that is already there',
    ],
  },
  template: {
    synopsis: 'banxin template [FOLDER [--name NAME]] [--json]',
    zh: ['把一期存为自己的模板（报头、版眉、版式、启事、补白）；不给文件夹时列出全部模板。', '--name  模板名，默认报名'],
    en: [
      'Keeps an issue as a template of your own (masthead, folio lines, page design, notices, fillers); without a folder, lists all templates.',
      '--name  name of the template, that of the paper when not given',
    ],
  },
  ...typesettingUsages,
};

const programUsage = {
  zh: ['版心 banxin：报纸排版与印前。', '用法：banxin <命令> [参数]    banxin <命令> --help    banxin --version'],
  en: [
    'Banxin: newspaper layout and press-ready PDF.',
    'Usage: banxin <command> [arguments]    banxin <command> --help    banxin --version',
  ],
} as const;

/** The help text of a command, or of the program when the name is none of a command. */
export function usageOf(name: string | undefined, language: Io['language']): string {
  const usage = name !== undefined && Object.hasOwn(usages, name) ? usages[name] : undefined;
  if (usage) return `${usage.synopsis}\n\n${usage[language].join('\n')}\n`;
  const width = Math.max(...commandNames.map(({ length }) => length)) + 2;
  const commands = commandNames.map((command) => `  ${command.padEnd(width)}${usages[command]?.[language][0]}`);
  return `${programUsage[language].join('\n')}\n\n${commands.join('\n')}\n`;
}
