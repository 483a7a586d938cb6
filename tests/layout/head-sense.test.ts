/**
 * Headlines of community, company and school papers, marked as an editor would: `|` a line may well end here, `_` never.
 * The best way to break one into two lines, or three where two would be too unlike, ends them at `|`; no way ends one at `_`.
 */
import { describe, expect, it } from 'vitest';
import { breakHeadline } from '../../engine/layout/head-breaks';
import { headPlaces } from '../../engine/layout/head-places';
import { senseOf } from '../../engine/layout/head-sense';
import { article } from './support';

const HEADLINES = `
梧_桐巷|修_鞋摊|又开_张
青_桐社_区|举_办|邻_里节
三_百_多_户居_民|用_上|直_饮_水
老_旧小_区|加_装电_梯|今_年底|全_部投_用
社_区食_堂|开_张|一_碗热_粥|暖人_心
网_格员|冒_雨|排_查|地_下室|积_水
党_员干_部|齐上_阵|街_头巷_尾|清积_雪
志_愿_者|为独_居老_人|送_上|热_腾_腾|年_夜_饭
“_板_凳_议_事_会_”|议_出|新楼_道
小_区|停_车_难|终_于|有_了|解_法
1_2_0_盏路_灯|照_亮|回_家路
第_3_届|邻_里节|周_六|开_幕
2_0_2_5_年_1_月_1_0_日_起|三_条公_交线路|改_线
居_民|告_别|“_爬_楼_难_”|一_步|到_家
物业_费|怎_么收|业_主|说了算
消_防演_练|进校_园|孩_子们|学_会逃_生
垃_圾|分_类|积_分|换来|鸡_蛋
退_休教_师|办起|免_费|书_法班
巷_口|老_槐树下|夏_夜|说_书人
民_警|走_进|课_堂|讲反_诈|故_事
新_学期|第_一_课|从升_旗|开_始
全校|两_千_名|师_生|齐唱|校_歌
高_三学_子|百_日冲_刺|誓_师
足_球队|勇_夺|全_市|冠_军
实_验小_学|读_书节|开_幕|书_香满园
班_主任|张_丽_华_的|三_十_年|坚_守
运_动_会_上|打_破|八_项|校_纪录
新_食_堂|启_用|学_生|吃上|热_乎饭
《_少_年_中_国_说_》|诵_读|响_彻|校_园
学_生_会|发_起|光_盘行_动|倡_议
公_司|一_季度|产_量|增_长|1_2_%
二_车间|技_改|一_年|节_电|3_0_万_度
青_年突_击队|连_续|奋_战|七_十_二_小_时
劳_模|李_建_国|带出|十_二_名|徒_弟
新_产品|下_线|首_批|订_单|发往|海_外
安_全生_产|一_千_天|无_事_故
工_会|为职_工|送_清凉|送_健康
技_能大_赛|比_出|“_金_牌_工_匠_”
厂_区|新添|5_0_0_个|充_电桩
食_堂师_傅|王_大_勇|研_制|新_菜品
降_本增_效|从一_张|纸|做_起
质_量月|活_动|人人|争当|“_啄_木_鸟_”
夜_校|开_班|上_班族|学_起|非_遗
百_岁老_人|忆_往_昔|话_变_迁
台_风过后|居_民|自_发|清_理|街_道
献_血车开_进广_场|街_坊|排_起长_队
“_最_后_一_公_里_”|通了|快_递|送_上门
社_区医_生|上_门|为2_6_位|老_人|量_血压
流_动图_书车|开_到|家_门口
暖_气管_网|改_造|完_工|温_度|升了|3_℃
A_P_P_上点_单|师_傅|半_小时|到_家
5_G网_络|覆_盖|全_村|直_播|卖_山货
W_i_-_F_i|进小_巷|老_人|学_会|视_频
书_记|带_头|拆违_建|居_民|齐点_赞
三_进社_区|摸清|民_意|底_数
口_袋公_园|建在|家_门口
孩_子|放_学后|有_了去_处
夏_夜|纳_凉|电_影|连放|二_十_场
村_里来了|大_学生|村_官
种_菜|能_手|教邻_居|阳_台|种_菜
铁_路桥下|建起|篮_球场
中_秋晚_会|唱_响|邻_里情
环_卫工_人|有了|歇_脚驿_站
一_封来_信|牵_出|四_十_年|寻_亲路
幼_儿园|开_放日|家_长|当_老师
爱_跳_舞_的|和爱_清_静_的|坐_到了|一_张桌_上
修伞_的|遇见|下_雨_的
新_来的|送奶_工|记得|每_扇门
老_旧电_梯“_退_休_”记_：|望江苑|居_民|三_年|攒_出|一_部新电_梯
公_司|全_年|营_业_收_入|突_破|十_二_亿_元
集_团公_司|召_开|安_全_生_产|警_示_教_育|大_会
E_R_P系_统升级后|仓_库|盘_点|只需|半天
党_员|干_部|下_沉一_线|筑_牢|防_汛|安_全线
校_图_书馆|延_长|开_放_时_间|至晚|十_一_点
社_区|嵌_入式|养_老_服_务_中_心|揭_牌|运_营
家_门_口_的|口_袋公园|本_月底|开_放
数_字化|车_间|让_交_货_期|缩_短|四_成
班_主任|笔_记_：|孩子们|教会我的|那_些事
古_丽_·_买_买_提_江_的|边_疆|石_榴情
`
  .trim()
  .split('\n');

interface Marked {
  readonly text: string;
  readonly may: ReadonlySet<number>;
  readonly never: ReadonlySet<number>;
}

function read(marked: string): Marked {
  const may = new Set<number>();
  const never = new Set<number>();
  let text = '';
  for (const character of marked) {
    if (character === '|') may.add(text.length);
    else if (character === '_') never.add(text.length);
    else text += character;
  }
  return { text, may, never };
}

/** Places where lines end, as numbers of characters before them. */
function ends(lines: readonly string[], text: string): number[] {
  let at = 0;
  return lines.slice(0, -1).map((line) => {
    at = text.indexOf(line, at) + line.length;
    while (text[at] === ' ') at++;
    return at;
  });
}

describe.each(HEADLINES)('%s', (marked) => {
  const { text, may, never } = read(marked);
  const sense = senseOf(article('a'));

  it('ends lines where an editor would', () => {
    const best = breakHeadline(text, 2, sense)[0] ?? breakHeadline(text, 3, sense)[0];
    expect(ends(best!.lines, text).filter((at) => !may.has(at))).toEqual([]);
  });

  it('ends none where nobody would', () => {
    expect(headPlaces(text, sense).filter(({ at }) => never.has(at))).toEqual([]);
  });
});
