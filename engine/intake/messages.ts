import type { Messages } from '../errors';

export const messages: Messages = {
  zh: {
    truncated: '{file}：照片不完整（文件中途断了），未导入；请重新索取或重新复制',
    failed: '{file}：读这个文件时程序出了错，未导入；请另存为 .docx 或纯文本（.txt）再导入',
    damaged: '{file}：照片已损坏，读不出尺寸，未导入；请重新索取',
    pictureTooLarge: '{file}：照片太大（上限 {most} 百万像素），未导入；请缩小后再导入',
    nested: '{file}：压缩包里的压缩包不拆，未导入；请解压后导入',
    emptyArchive: '{file}：压缩包是空的',
    noPicture: '{file}：不是能用的图片格式，未导入；请另存为 JPEG 或 PNG 后导入',
    noPhoto: '这一期没有照片“{photo}”；用 banxin assets 看有哪些',
    captionFound: '请核对：图片说明取自照片文件里的文字“{caption}”',
    pageEncrypted: '{file}：PDF 加了密，未导入；请向客户要不加密的文件',
    pageTooMuch: '{file}：PDF 过于复杂，两分钟内读不完，未导入；请客户简化（合并透明层）后重发',
    pageDamaged: '{file}：PDF 已损坏或没有页面，未导入；请向客户重新要文件',
    tooLong: '{file}：稿件中 {path} 太长或太多（上限 {detail}），未导入；请拆成几个文件',
  },
  en: {
    truncated: '{file}: the photograph is incomplete (the file breaks off) and was not imported; ask for it or copy it again',
    failed:
      '{file}: the program failed at this file and did not import it; save it as .docx or plain text (.txt) and import that',
    damaged: '{file}: the photograph is damaged, its size cannot be read, and was not imported; ask for it again',
    pictureTooLarge: '{file}: the photograph is too large (limit {most} megapixels) and was not imported; make it smaller first',
    nested: '{file}: an archive inside an archive was not imported; unpack it first',
    emptyArchive: '{file}: the archive is empty',
    noPicture: '{file}: is in no usable picture format and was not imported; save it as JPEG or PNG',
    noPhoto: 'This issue has no photograph “{photo}”; banxin assets lists them',
    captionFound: 'Please check: the caption is the text inside the photograph’s file, “{caption}”',
    pageEncrypted: '{file}: the PDF is encrypted and was not imported; ask for one without a password',
    pageTooMuch:
      '{file}: the PDF is too complex to be read within two minutes and was not imported; ask for one with fewer layers',
    pageDamaged: '{file}: the PDF is damaged or has no page and was not imported; ask for the file again',
    tooLong: '{file}: {path} of the manuscript is too long or too many (limit {detail}) and was not imported; split the file',
  },
};
