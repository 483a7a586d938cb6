import type { Messages } from '../errors';
import { preflightMessages } from './preflight/messages';

export const messages: Messages = {
  zh: {
    ...preflightMessages.zh,
    noProfile: '找不到印刷色彩描述文件 {file}，程序不完整；请重新安装',
    badProfile: '{file} 不是 CMYK 输出色彩描述文件，程序不完整；请重新安装',
    examinationFailed: '{file} 检查不了：太复杂或已损坏；请换一份文件，或让对方重新导出',
    noPages: '{file} 各版都还是空的，没有可输出的版；请先排版',
    badSpot: '《{paper}》的专色版名“{spot}”不能用；请在报纸设置中改名，或不加 --spot',
    audit: '第{page}版没有通过自检（{detail}），未输出；请向开发者反馈',
    overset: '有 {chars} 字排不下：“{text}”；请删减、缩小标题或另行安排',
    onePage: '{file} 只有一版，不能拼版；请不加 --imposed',
    padded: '共 {pages} 版，拼版补了 {count} 个空版',
    groupPicture: '图片新闻“{name}”缺图 {numbers}（共 {count} 张），图框留空；请导入照片，或去掉空着的格子',
    articlePicture: '“{name}”的照片（{photo}）不在本期，图框留空；请重新导入',
    pictureLeftOut: '照片 {file} 在“{name}”中没有位置，没有印出；请放大这块版面或去掉照片',
    headlineLevel: '“{name}”要竖题，版块里没有地方，排成了横题；请加高或加宽版块，或改成横题',
    textLevel: '“{name}”要竖排，有图片、引语、续块或让位时只能横排；请取下它们，或改成横排',
    codeDense: '“{name}”的二维码太密，码点小于 0.4 毫米，印出来扫不出；请换短链接或加宽版块',
    toldTwice: '“{name}”排了两次：请移去一块',
    brokenChain: '“{name}”的续排接不上：请把续排的版块排在前一块之后，或改转版语',
    nothingToContinue: '“{name}”的续排版块里没有文字：前一块已经排完，请移去这一块',
    pictureUnplaced: '“{name}”的照片 {file} 没有排在版上',
    unreleased: '第 {pages} 版没有签发就付印；请先终审签发',
    changedSinceRelease: '第 {pages} 版终审以后又有改动，签发已失效；请重新送审',
    unplaced: '“{name}”没有排在任何版上',
    missingGlyph: '{count} 个字符没有字体可用，以〓代替：{text}；请改写，或补一款有这些字的字体',
    faceUnavailable: '自备字体 {face} 不在本机或不能用，{role} 改用了程序的字体；请检查字体文件，放好后重做',
    fallback: '{count} 个字符换用了其他字体：{text}',
    lowResolution: '照片 {file} 只有 {ppi} ppi，低于 {least}，印出来会发虚；请换大图或缩小',
    colouredType: '有 {count} 处小字用了彩色（“{text}”，{size} 点），套印稍偏就会发虚；请改为黑色或放大',
    pictureMissing: '照片 {file} 不在本期的 assets 文件夹里或已被改动，图框留空；请重新导入',
    picturesMissing:
      '“{name}”有 {count} 张照片不在本期的 assets 文件夹里或已被改动，图框留空：{files}；请重新导入，或把 assets 文件夹放回原处',
    pictureUnknown: '照片 {file} 不是认得的图片格式，图框留空；请换成 JPEG、PNG 或 TIFF 重新导入',
    pictureTooLarge: '照片 {file} 太大（超过 1.2 亿像素、200 MB，或一边超过 2 万像素），图框留空；请缩小后重新导入',
    pictureDamaged: '照片 {file} 已损坏，图框留空；请重新导入完好的文件',
    pictureTruncated: '照片 {file} 不完整（传送中断？），图框留空；请重新导入完整的文件',
    pictureFailed: '照片 {file} 处理失败，图框留空；请另存为 JPEG 后重新导入',
    profileRefused: '照片 {file} 内嵌的色彩描述文件无效，按 sRGB 处理',
    inkLimited: '照片 {file} 的总墨量超过 {limit}%，已压低',
    pageEncrypted: '广告 {file} 加了密，版位留空；请向客户要不加密的 PDF',
    pageDamaged: '广告 {file} 已损坏或不合 PDF 规范，版位留空；请向客户重新要文件',
    pageEmpty: '广告 {file} 没有页面，或页面是空白的，版位留空；请向客户重新要文件',
    pageFont: '广告 {file} 没有嵌入字体 {detail}，印出来会变样，版位留空；请客户嵌入全部字体或把文字转成曲线',
    pageFontDamaged: '广告 {file} 里的字体 {detail} 已损坏，字形读不出来，版位留空；请客户重新导出，或把文字转成曲线',
    pageColour: '广告 {file} 用了不能可靠转换的颜色（{detail}），版位留空；请客户转为 CMYK 后重发',
    pageRegistration: '广告 {file} 用了套版色（各版全印），版位留空；请客户改为黑色',
    pageTransparency:
      '广告 {file} 含透明效果，为 PDF/X-1a 拼合时有内容画不出来（{detail}），版位留空；请客户拼合透明度，或改用 PDF/X-4 输出',
    pagePicture: '广告 {file} 里有一幅图读不出来（{detail}），版位留空；请客户把图存为 JPEG 后重新导出 PDF',
    pageTooMuch: '广告 {file} 过于庞大、嵌套过深或透明层太多，版位留空；请客户简化后重发',
    pageRgbConverted: '广告 {file} 含 RGB 颜色，已转为印刷色',
    pageSpotConverted: '广告 {file} 含专色，已转为四色，不另出专色版',
    pageInkLimited: '广告 {file} 的总墨量超过 {limit}%，已压低',
    pageLinesThickened: '广告 {file} 有细于 0.25 点的线，已加到 0.25 点',
    pageAnnotationsDropped: '广告 {file} 的批注和表单栏不会印出；请核对样张',
    pageFirstOnly: '广告 {file} 不止一页，只用第一页',
    pageLowResolution: '广告 {file} 里的图最低只有 {ppi} ppi，印出来会发虚；请客户换大图',
    pageSmallType: '广告 {file} 有小于 10 点的多色字，套印稍偏就会发虚；请客户改为单色黑',
    pageFlattened: '广告 {file} 的透明部分已为 PDF/X-1a 拼合成图；请核对样张，要保留矢量就改用 PDF/X-4 输出',
    pageBlendsFlattened: '广告 {file} 的透明部分叠在一起超过总墨量上限，已拼合成图并压低；请核对样张',
    pageTypeKnocksOut:
      '广告 {file} 深色底上的黑字没有轮廓（如 Type 3 字体）或过多，只能在底上镂空，套印稍偏会露白边；请客户换用普通字体',
    written: '第{page}版 → {file}（{kilobytes} KB，{seconds} 秒）',
    skipped: '第{page}版是空的，跳过',
    finding: '第{page}版：{detail}',
    findingIssue: '全期：{detail}',
  },
  en: {
    ...preflightMessages.en,
    noProfile: 'The press profile {file} is missing: the program is not complete; install it again',
    badProfile: '{file} is no CMYK output profile: the program is not complete; install it again',
    examinationFailed: '{file} cannot be examined: it is too complex or damaged; use another file or have it exported again',
    noPages: 'All pages of {file} are empty: there is nothing to write; arrange them first',
    badSpot: 'The spot plate of {paper} cannot be named “{spot}”; rename it in the settings of the paper, or leave --spot out',
    audit: 'Page {page} failed its own inspection ({detail}) and was not delivered; report it to the developers',
    overset: '{chars} characters found no place: “{text}”; cut the text, make the headline smaller or rearrange the page',
    onePage: '{file} has a single page: there is nothing to impose; leave --imposed out',
    padded: 'Imposition added {count} blank page(s) to the {pages}',
    groupPicture:
      '{count} picture(s) of the group “{name}” have not come (number {numbers}) and their frames stay empty; import them, or take their cells out',
    articlePicture: 'The photograph ({photo}) of “{name}” is not in the issue and its frame stays empty; import it again',
    pictureLeftOut: 'Photograph {file} found no room in “{name}” and is not printed; make the block larger or take it out',
    toldTwice: '“{name}” stands twice: take one block off the page',
    brokenChain:
      'The parts of “{name}” do not follow each other: place the continuation after the part before it, or change the jump line',
    nothingToContinue:
      'No text comes to the continuation of “{name}”: the part before it holds everything; take this block off the page',
    headlineLevel:
      'The vertical headline of “{name}” has no room and stands level; make the block higher or wider, or choose a level headline',
    textLevel:
      'The vertical text of “{name}” stands level beside pictures, quotes, cuts or in several blocks; take them out, or set it level',
    codeDense:
      'The code of “{name}” is too dense: modules below 0.4 mm will not scan in print; use a shorter link or a wider block',
    pictureUnplaced: 'Photograph {file} of “{name}” stands on no page',
    unreleased: 'page(s) {pages} go to press without a release; have them reviewed and released first',
    changedSinceRelease:
      'page(s) {pages} were changed after their final review and have lost their release; have them reviewed again',
    unplaced: '“{name}” stands on no page',
    missingGlyph: 'No font has {count} character(s), 〓 stands in their place: {text}; reword, or add a font that has them',
    faceUnavailable:
      'Face {face} of your own is not on this machine or cannot be used, and {role} is set in the face of the program; check its file, then do it again',
    fallback: '{count} character(s) are set in another font: {text}',
    lowResolution:
      'Photograph {file} has only {ppi} ppi, less than {least}, and will look soft; use a larger file or a smaller frame',
    colouredType:
      '{count} run(s) of small type are coloured (“{text}”, {size} pt) and blur when plates are out of register; make them black or larger',
    pictureMissing: 'Photograph {file} is not in the issue’s assets, or was changed, and its frame stays empty; import it again',
    picturesMissing:
      '{count} photographs of “{name}” are not in the issue’s assets, or were changed, and their frames stay empty: {files}; import them again, or put the folder assets back',
    pictureUnknown:
      'Photograph {file} is in no known picture format and its frame stays empty; import it again as JPEG, PNG or TIFF',
    pictureTooLarge:
      'Photograph {file} is too large (more than 120 million pixels, 200 MB or 20,000 pixels a side) and its frame stays empty; reduce it and import it again',
    pictureDamaged: 'Photograph {file} is damaged and its frame stays empty; import an undamaged file',
    pictureTruncated: 'Photograph {file} ends too early and its frame stays empty; import the complete file',
    pictureFailed: 'Photograph {file} could not be processed and its frame stays empty; save it as JPEG and import it again',
    profileRefused: 'The colour profile in photograph {file} is not valid; it was taken for sRGB',
    inkLimited: 'Photograph {file} had more than {limit} % total ink and was brought down',
    pageEncrypted: 'Advertisement {file} is encrypted and its place stays empty; ask for a PDF without a password',
    pageDamaged: 'Advertisement {file} is damaged or no valid PDF and its place stays empty; ask for the file again',
    pageEmpty: 'Advertisement {file} has no page, or a blank one, and its place stays empty; ask for the file again',
    pageFont:
      'Advertisement {file} lacks font {detail} and would print otherwise, so its place stays empty; ask for all fonts embedded or type as outlines',
    pageFontDamaged:
      'Advertisement {file} holds font {detail} damaged, whose glyphs cannot be read, so its place stays empty; ask for a new PDF or type as outlines',
    pageColour:
      'Advertisement {file} has colours that cannot be converted safely ({detail}) and its place stays empty; ask for CMYK',
    pageRegistration: 'Advertisement {file} prints registration colour, on all plates, and its place stays empty; ask for black',
    pageTransparency:
      'Advertisement {file} is translucent, and flattening it for PDF/X-1a met what cannot be painted ({detail}), so its place stays empty; ask for it flattened or write PDF/X-4',
    pagePicture:
      'Advertisement {file} holds a picture that cannot be read ({detail}) and its place stays empty; ask for the picture as JPEG in a new PDF',
    pageTooMuch:
      'Advertisement {file} is too large, nested too deep or has too many translucent layers, and its place stays empty; ask for a simpler one',
    pageRgbConverted: 'Advertisement {file} had RGB colours, which were converted to process inks',
    pageSpotConverted: 'Advertisement {file} had spot colours, which print in process inks; there is no plate for them',
    pageInkLimited: 'Advertisement {file} had more than {limit} % total ink and was brought down',
    pageLinesThickened: 'Advertisement {file} had lines thinner than 0.25 pt, which were made 0.25 pt',
    pageAnnotationsDropped: 'Comments and form fields in advertisement {file} are not printed; check the proof',
    pageFirstOnly: 'Advertisement {file} has several pages; only the first is used',
    pageLowResolution: 'A picture in advertisement {file} has only {ppi} ppi and will look soft; ask for a larger one',
    pageSmallType:
      'Advertisement {file} has type below 10 pt in several inks, which blurs when plates are out of register; ask for black',
    pageFlattened:
      'Translucent parts of advertisement {file} were flattened to pictures for PDF/X-1a; check the proof, or write PDF/X-4 to keep them as they are',
    pageBlendsFlattened:
      'Translucent parts of advertisement {file} together passed the ink limit: they were flattened to pictures with less ink; check the proof',
    pageTypeKnocksOut:
      'Black type on dark grounds of advertisement {file} has no outlines (a Type 3 font), or is too much, and knocks out: white edges show where plates do not meet; ask for a usual font',
    written: 'Page {page} → {file} ({kilobytes} KB, {seconds} s)',
    skipped: 'Page {page} is empty and was skipped',
    finding: 'Page {page}: {detail}',
    findingIssue: 'Issue: {detail}',
  },
};
