/** The lunar date (农历) under a paper's date. */

/**
 * Years of the Chinese calendar from 1900 to 2100, six hexadecimal digits each: from bit 0 on which months have 30 days, the
 * others have 29; from bit 13 on the month that is followed by a leap month, 0 for none; from bit 17 on how many days after
 * 1 January the year begins.
 * The calendar's library would take longer to load than a page takes to set; `tests/layout/lunar.test.ts` compares the two.
 */
const YEARS =
  '3d16d26207524c0ea538b64a5c064b440a9b30955656056a400b592a57525007523adb25600b25480a4b32b4ab5802ad42056b2c4b69520da93efd92' +
  '640e924c0d2536ba4d5c0a564602b62e95b55606d4400ea92c5e92500e923acd265e052b480a5732b2b6580b5a4406d42e6ec95207493cf693620a93' +
  '4c052b34ca5b5a0aad46056a309b55560ba4400b492a5a93500a9538f52d5e0536480aad34b5aa5805b2420da52e7d4a540d4a3d0a95600a974c0556' +
  '36cab55a0ad54606d2308ea5560ea540064a286c974e0a9b3af55a5e056a480b6934b7525a0b52420b252c964b520a4b3d14ab6002ad4a056d36cb69' +
  '5c0da9460d92309d25560d25415a4d640a564e02b638c5b55e06d5480ea934be925a0e92440d262c6a56500a573d14d662035a4a06d536b6c95c0749' +
  '4606932e952b54052b3e0a5b2a555a4e056a38fb55600ba44a0b4932ba93580a9542052d2c8aad500ab53d35aa6205d24c0da536dd4a5c0d4a460c95' +
  '30952e5405563e0ab52a55b25006d238cea55e072548064b32ac97560cab42055a2c6ad6520b693d7752620b524c0b2536da4b5a0a4b4404ab2ea55b' +
  '5405ad3e0b6a2a5b52500d923afd255e0d25480a5532b4ad5804b64005b52c6daa520ec93f1e92620e924c0d2636ca565a0a574404d62e86d5540755' +
  '400749286e934e069338f52b5e052b460a5b32b55a58056a420b652c974a520b4a3d1a95620a954a052d34caad5a0ab54605aa2e8ba5540da5400d4a' +
  '2a7c954e0c9638f94e5e0556480ab532b5b25806d2420ea52e8e4a50068b3b0c976004ab4a055b34cad65a0b6a460752309725540b453e0a8b28549b' +
  '4e04ab';
const FIRST_YEAR = 1900;
const DIGITS = 6;
const DAY = 86_400_000;

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const TENS = ['初', '十', '廿', '三'];
const FIGURES = ['十', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** `农历甲辰年十二月十一` of an ISO date; empty before 31 January 1900 and after 2100. */
export function lunarDate(date: string): string {
  const day = Date.parse(date) / DAY;
  const solarYear = Number(date.slice(0, 4));
  const year = day < newYear(solarYear) ? solarYear - 1 : solarYear;
  const entry = entryOf(year);
  if (entry === undefined) return '';
  const leap = (entry >> 13) & 15;
  let rest = day - newYear(year);
  let month = 0;
  for (; rest >= daysOf(entry, month); month++) rest -= daysOf(entry, month);
  const isLeap = leap > 0 && month === leap;
  const name = `${isLeap ? '闰' : ''}${MONTHS[leap > 0 && month >= leap ? month - 1 : month]}`;
  return `农历${STEMS[(year + 6) % 10]}${BRANCHES[(year + 8) % 12]}年${name}月${dayName(rest + 1)}`;
}

function entryOf(year: number): number | undefined {
  const at = DIGITS * (year - FIRST_YEAR);
  return at >= 0 && at < YEARS.length ? Number.parseInt(YEARS.slice(at, at + DIGITS), 16) : undefined;
}

/** Day on which a lunar year begins, counted from 1970; of a year that is not in the table 1 January. */
function newYear(year: number): number {
  return Date.UTC(year, 0, 1) / DAY + ((entryOf(year) ?? 0) >> 17);
}

const daysOf = (entry: number, month: number): number => 29 + ((entry >> month) & 1);

/** 初一 … 初十, 十一 …, 二十, 廿一 …, 三十. */
function dayName(day: number): string {
  if (day === 20) return '二十';
  return `${TENS[day === 10 ? 0 : Math.floor(day / 10)]}${FIGURES[day % 10]}`;
}
