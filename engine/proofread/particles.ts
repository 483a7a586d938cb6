/** 的, 地, 得 where only one of them can stand. */
import type { Found } from './types';

interface Pattern {
  /** The particle at fault is the group `at`. */
  readonly pattern: RegExp;
  readonly right: '的' | '地' | '得';
}

const SAYING =
  '说(?![法明辞服教理])|笑道|喊道|问道|答道|讲道|感慨道|(?:回答|表示|介绍|告诉|讲述|坦言|称赞|赞叹)(?=[：，“道说着了]|记者|大家)';
const MOODS =
  '高高兴兴|兴高采烈|语重心长|意味深长|热泪盈眶|开开心心|认认真真|仔仔细细|滔滔不绝|斩钉截铁|异口同声|不约而同|情不自禁|自豪|激动|高兴|兴奋|深情|动情|耐心|欣慰|感慨|骄傲|开心';
const END = '(?=[，。！？；、”）]|$)';
/** After 说, 写, 做 and their kin 的 may stand for what was said: only idioms are sure. */
const WELL =
  '有声有色|热火朝天|津津有味|井井有条|整整齐齐|干干净净|一干二净|红红火火|喜气洋洋|水泄不通|满满当当|明明白白|清清楚楚|漂漂亮亮|妥妥当当|风生水起|如火如荼|不亦乐乎';

/** Verbs that say by what follows that they are verbs: 走 of 走过来, not of 走势. */
const DOING =
  '(?:走|跑|跳|爬|站|坐|躺|笑|哭|拍|喊|握|抱|拉|推|捧|举|端|围|挤|靠|跟|讲|唱|听|看|望|流|飘|落|升)(?:了|着|过|起|出|进|上|下|在|来|去|向)';
/** Ways of doing something, that nothing can turn out as. */
const WAYS = '飞快|认真|仔细|慢慢|悄悄|渐渐|默默|静静|缓缓|匆匆|热情|努力|积极|主动|耐心|细心';

const PATTERNS: readonly Pattern[] = [
  // 高兴的跳了起来, 慢慢的走过来 → 地; 飞快得跑了 → 地.
  { pattern: new RegExp(`(?:${MOODS}|${WAYS})(?<at>的)(?=${DOING})`, 'dgu'), right: '地' },
  { pattern: new RegExp(`(?:${WAYS})(?<at>得)(?=${DOING})`, 'dgu'), right: '地' },
  // 跑地很快 → 得.
  { pattern: /(?:跑|跳|唱|说|做|写|笑|睡|吃|学|玩)(?<at>地)(?=很|真好|非常|特别|越来越|不错|更)/dgu, right: '得' },
  // 高高兴兴的说 → 地: how something is said.
  {
    pattern: new RegExp(`(?:${MOODS})(?<at>的)(?:${SAYING})`, 'dgu'),
    right: '地',
  },
  // 办的有声有色 → 得: how it turns out.
  {
    pattern: new RegExp(
      `(?:做|干|办|搞|过|玩|吃|睡|唱|跳|跑|打|学|写|画|说|讲|聊|听|看|布置|打扫|收拾|装扮|装点|围|挤|打理|料理|安排|忙)(?<at>的)(?:${WELL})${END}`,
      'dgu',
    ),
    right: '得',
  },
  {
    pattern: new RegExp(`(?:干|办|搞|睡|跑|跳|打扫|收拾)(?<at>的)(?:很好|非常好|特别好|真好|很不错|怎么样)${END}`, 'dgu'),
    right: '得',
  },
  // 好的很 → 得很.
  {
    pattern: new RegExp(`(?:好|多|大|快|忙|累|热|冷|美|香|甜|远|早|晚|热闹|漂亮|高兴|开心|方便)(?<at>的)很${END}`, 'dgu'),
    right: '得',
  },
  // 觉的, 显的, 变的更: words with 得.
  { pattern: /(?<![睡感自视听知错直幻察发醒嗅味触先午警])觉(?<at>的)/dgu, right: '得' },
  { pattern: /(?<![明浅彰凸])显(?<at>的)(?=格外|十分|非常|特别|更加|有些|尤为)/dgu, right: '得' },
  { pattern: /变(?<at>的)(?=更|越来越|格外|十分|非常|宽敞|整洁|干净|漂亮)/dgu, right: '得' },
];

export function wrongParticles(text: string): readonly Found[] {
  if (!/[的地得]/.test(text)) return [];
  return PATTERNS.flatMap(({ pattern, right }) =>
    [...text.matchAll(pattern)].map((match): Found => {
      const [from, to] = match.indices!.groups!.at!;
      return { rule: 'particle', severity: 'warning', from, to, suggestion: right };
    }),
  ).sort((one, other) => one.from - other.from);
}
