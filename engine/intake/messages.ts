import type { Messages } from '../errors';

export const messages: Messages = {
  zh: {
    truncated: '{file}：照片不完整（文件中途断了），未导入；请重新索取或重新复制',
    damaged: '{file}：照片已损坏，读不出尺寸，未导入；请重新索取',
    pictureTooLarge: '{file}：照片太大（上限 {most} 百万像素），未导入；请缩小后再导入',
    captionFound: '请核对：图片说明取自照片文件里的文字“{caption}”',
    tooLong: '{file}：稿件中 {path} 太长或太多（上限 {detail}），未导入；请拆成几个文件',
  },
  en: {
    truncated: '{file}: the photograph is incomplete (the file breaks off) and was not imported; ask for it or copy it again',
    damaged: '{file}: the photograph is damaged, its size cannot be read, and was not imported; ask for it again',
    pictureTooLarge: '{file}: the photograph is too large (limit {most} megapixels) and was not imported; make it smaller first',
    captionFound: 'Please check: the caption is the text inside the photograph’s file, “{caption}”',
    tooLong: '{file}: {path} of the manuscript is too long or too many (limit {detail}) and was not imported; split the file',
  },
};
