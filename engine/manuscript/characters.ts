/** Classes of characters that the reading of manuscripts asks for. A character is one UTF-16 unit; '' stands for an edge. */

export function isHan(char: string): boolean {
  const code = char.charCodeAt(0);
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xd840 && code <= 0xdfff) ||
    code === 0x3005 ||
    code === 0x3007
  );
}

export function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

export function isLatin(char: string): boolean {
  return (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z');
}

/** A visible ASCII character. */
export function isAscii(char: string): boolean {
  return char > ' ' && char <= '~';
}

const closing = '”’）》〉】〗」』］';
const opening = '“‘（《〈【〖「『［';
const pausing = '，、；：。！？';

export function isClosing(char: string): boolean {
  return char !== '' && closing.includes(char);
}

export function isOpening(char: string): boolean {
  return char !== '' && opening.includes(char);
}

/** A full-width pause or stop (点号). */
export function isPause(char: string): boolean {
  return char !== '' && pausing.includes(char);
}

/** Chinese text: a Han character or one of its marks. */
export function isChinese(char: string): boolean {
  return char !== '' && (isHan(char) || isPause(char) || isClosing(char) || isOpening(char) || char === '…' || char === '—');
}

export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** Number of characters without white space. */
export function lengthOf(text: string): number {
  return text.replace(/\s+/g, '').length;
}

/** Width in half-width cells: a Han character or full-width mark takes two. */
export function cellsOf(text: string): number {
  let cells = 0;
  for (let at = 0; at < text.length; at++) cells += text.charCodeAt(at) < 0x2000 ? 1 : 2;
  return cells;
}

/** Longest remark in brackets after a sentence, such as a signature. */
const longestRemark = 40;

/** Whether a text ends as a sentence does, closing quotes and a remark in brackets left aside: `……。”`, `……。（张三）`. */
export function endsSentence(text: string): boolean {
  const remark = text.endsWith('）') ? text.lastIndexOf('（') : -1;
  if (remark > 0 && text.length - remark <= longestRemark && endsStop(text.slice(0, remark).trimEnd())) return true;
  return endsStop(text);
}

function endsStop(text: string): boolean {
  let at = text.length - 1;
  while (at >= 0 && (isClosing(text[at]!) || text[at] === '"' || text[at] === "'" || text[at] === ')')) at--;
  if (at < 0) return false;
  if ('。！？…!?'.includes(text[at]!)) return true;
  return text[at] === '.' && at > 0 && (!isDigit(text[at - 1]!) || !hasHan(text));
}

const surnames = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊惠甄曲封芮储靳汲段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶黎蓟薄印宿白怀蒲从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公岳帅佘仉覃肖闫付代樊涂区晋楚佟银原兰尧',
);

/** A person's name of two to four Han characters, by its surname. */
export function isName(text: string): boolean {
  return (
    /^\p{Script=Han}{2,4}$/u.test(text) &&
    (surnames.has(text[0]!) || /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯)/u.test(text))
  );
}
