/** The text of a whole invented page as it comes out of a PDF, and photographs with a camera's names. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../launch';

/** Half-width marks, a paragraph broken where its column ended, kicker and headline as lines of their own, a group's caption. */
const PAGE = `听民意 改老楼 添新景

柳湾社区“三件事”办到居民心坎上

本报讯(通讯员 方禾)入冬以来,柳湾社区把楼道灯、晾衣架、下水管列为开年要办的三件事,从听意见到完工,只用了四十六天。

楼道亮了,脚下稳了。老槐里七个单元建于三十多年前,楼道灯坏了修、修了坏。社区请电工逐层查线,把旧灯全部换成声控灯,又在转角处贴上反光条。住在五楼的孙奶奶说,以前晚上下楼要摸着墙走,现在一跺脚整层都亮,
孩子放学回家也不再喊人来接。电工老梁说,线路查清以后,每层多留了一个插口,谁家装修要接灯,不用再从窗外拉线。

衣架稳了,邻里近了。居民最发愁的是被子没处晒。社区和物业商量,在楼前空地立起十二排晾衣架,谁家先晒、谁家后晒,由楼长排出一张表,贴在便民点门口。晒被子的日子,老人们端着茶杯坐在旁边照看,一坐就是半天。有人把旧藤椅搬下楼,修好了摆在架子旁,谁累了谁坐。

水管通了,账目明了。下水管换新花了多少钱、用在哪里,社区在便民点公示栏里一笔一笔写清。施工队每天收工前拍照,居民可以随时来看。水管接通那天,二楼的潘师傅特意煮了一锅红豆汤,端给工人们喝。公示栏下面还放了一本意见簿,半个月写满了十一页,社区逐条回了话。

社区负责人说,三件事办完不是终点。来年开春,大家还想把楼后的荒地翻一翻,种上月季和薄荷,请孩子们认领。便民点也要添两张长桌,让写作业的孩子和下棋的老人都有地方坐。

湖畔书屋 添了一张旧书桌

本报讯(通讯员 秦小满)湖畔书屋昨天迎来一件老家具:一张用了五十年的榆木书桌。桌子是退休教师何老师捐的,他在这张桌子上批过作业,也写过给学生的信。

书屋管理员把桌面擦净,桌腿垫平,放在靠窗的位置。当天下午就有三个孩子围着它写作业。何老师说,桌子不怕旧,怕没人用。

书屋同时开出“一人一灯”的晚读时段,每晚七点到九点开放,居民到便民点登记就能来。管理员准备了热水和老花镜,还有一盒削好的铅笔。

大年初一也不关门。何老师说,那天他要来值班,给第一个进门的孩子讲一讲这张书桌的来历。

新春将至,柳湾社区各处忙着过年。图①湖边灯会试灯,桥上桥下一片亮。图②后山茶园里,茶农给茶树培土过冬。图③远处山头落了头场雪。图④湿地里的水獭在石头上晒太阳。图⑤老戏台修缮完工,正等着唱头一台戏。

林晚 周渡 何苗 沈青 罗一舟 摄

门口的菜摊搬进了屋

本报讯(通讯员 罗一舟)摆了十年的路边菜摊,上周搬进了老粮站改成的小菜场。二十四个摊位编了号,秤是新校过的,地面每天冲洗两遍。

卖豆腐的田嫂抽到六号摊。她说,屋里不淋雨,豆腐不用再盖两层布。买菜的人也方便,走到便民点对面,拐个弯就到。

小菜场早上六点开门,中午歇两个钟头,晚上八点收摊。

新闻热线

0000-5550137

投稿邮箱

liuwan@example.com
`;

/** Photographs of the sample, of several shapes. */
const PHOTOGRAPHS = [
  '2版-图1 海湾灯火.jpg',
  '2版-图2 雨雾茶山.jpg',
  '2版-图3 雪山与湖.jpg',
  '2版-图4 水獭.jpg',
  '2版-图5 古剧场.jpg',
];

/** Writes the material into a folder; gives the paths in the order in which they are dropped. */
export function pageMaterial(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const text = join(folder, '柳湾一版.txt');
  writeFileSync(text, PAGE);
  const photographs = PHOTOGRAPHS.map((name, index) => {
    const copy = join(folder, `IMG_204${index + 1}.jpg`);
    copyFileSync(join(root, 'samples/chengtang/manuscripts', name), copy);
    return copy;
  });
  return [text, ...photographs];
}
