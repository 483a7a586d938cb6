/** Words by how they lean on their neighbours: what a line of a headline does not like to end or to start with. */

/** Words of one character that lean on the word before: particles, and suffixes of places, offices and people. */
export const SUFFIXES = new Set(
  '的地得了着过们吗呢吧啊呀之者性化率员家区县市省镇乡村街路巷站所局处部队会社院校馆厅室组团点人日月年号届次名个位条件项场户座里内外中上下后前时间力度边旁',
);
/** Words of one character that lean on the word after: prefixes, prepositions, adverbs, and verbs that wait for their object. */
export const PREFIXES = new Set(
  '第不没未把被将对向从在与和同为以让给跟及或是有可能会要请到由按每各这那更最很又再也都就还只一二三四五六七八九十百千万两几老小阿新总副大全本该某首校市区县省' +
    '教讲帮忆话说谈议量买卖送当拆爬无进走看听唱做学建架搭办开迎赏品尝画写读忙干解破治管护守访问寻找抓促提增添减省比争创夺获赢捐救助扶养种收修补换装改搬扫清除防控查测考评选推荐晒秀玩享聚' +
    '齐连才仅用凭靠沿朝往经喜乐巧勇勤暖真好快便随共携牵拉推打追追赶穿跨越登攀跑骑乘坐住吃喝睡忘记念敬爱润成致获赴暨',
);
/** Those that wait for the next word wherever they stand. */
export const BOUND = new Set('第不没未把被将对向从在与和同为以让给跟及或由按每各这那更最很又再也都就还只暨');
/** Words of one character that name a thing: behind a longer word they end a compound. */
export const NOUNS = new Set(
  '车路班节村巷摊桥河山湖海岛湾港树花草林园田地井灯店铺厂矿站港船机器具品物食饭菜粥茶酒药书报刊画曲歌舞戏剧片展赛会课题法案网线群圈线屋房楼院门窗墙台桌椅床灶衣帽鞋包袋箱情心梦缘美诗景雪雨风水电气火油粮钱款费税证卡票码',
);
/** Longer words that a line should not end, or should not start, with. */
export const LEANING = new Set(
  '免费 不如 连续 积极 主动 自发 纷纷 全力 正式 顺利 圆满 深入 扎实 有序 首次 再次 携手 联手 同心 合力 悄然 依然 仍然 年度 季度 独居 空巢 义务 现场 连夜 隆重 自助 共同 以及 因为 为了 通过 关于 对于 成为 作为 正在 已经 不是 没有 可以 如何 怎么 什么 怎样 这个 那个 这些 那些 每个 一个 一位 一名 一种 一份 不能 不会 能够 应该 为何 不再 更加 共同 不断 来自 毕生 终身 大批 大量 部分'.split(
    ' ',
  ),
);
export const TRAILING = new Set(
  '前夕 前后 当天 当日 以来 之后 之前 以后 以前 以上 以下 左右 期间 之间 之中 起来 下去 上来 出来 过来 不了 一样 似的 而已'.split(
    ' ',
  ),
);
/** Verbs that 为 completes: what something becomes follows. */
export const BECOMING = new Set('成长 升级 改造 打造 评选 当选 更名 转变 发展 演变 定名 命名 建设 培养 推选 认定'.split(' '));
/** A verb with one of these waits for its object. */
export const ASPECTS = new Set('了着过');
/** Between two that belong together. */
export const AND = new Set('和与及同跟');
/** What a verb of one character reaches: `多出来`. */
export const COMPLEMENTS = new Set('出来 进来 上来 下来 过来 回来 起来 出去 进去 上去 下去 过去 回去'.split(' '));
/** Institutions, before which their own name stands. */
export const INSTITUTIONS = new Set(
  (
    '社区 街道 小区 居委会 村委会 业委会 学校 小学 中学 大学 学院 幼儿园 医院 公司 集团 派出所 服务站 服务中心 委员会 办事处 党支部 党委 工会 协会 分会 车间 班组 图书馆 ' +
    '博物馆 文化馆 公园 广场 大桥 食堂 餐厅 市场 志愿者 志愿服务队 服务队 合作社 居民区 新村 家园 花园 大厦 支队 大队 中队'
  ).split(' '),
);
/** Words that describe a name of a thing, though they are names of things themselves. */
export const DESCRIBING = new Set('国家 全国 全省 全市 全区 全县 国际 国内 公共'.split(' '));
/** Words that end a compound: what stands before them says of which kind. */
export const HEADS_OF_COMPOUNDS = new Set(
  '大会 建设 推进会 座谈会 表彰会 现场会 动员会 总结会 发布会 招聘会 分享会 交流会 平台 联赛 大赛 竞赛 比赛 活动 行动 工程 项目 会议 仪式 典礼 课堂 讲座 服务 工作 难题 计划 方案 制度 机制 模式 经验 故事 记忆 管理 治理 基金 资金 补贴 条例 标准 规范 指南 名单 热线 运动会'.split(
    ' ',
  ),
);
/** Who does what stands before it: `奖学金获得者`. */
export const AGENT = /^..[者人]$/u;
/** Offices, before which stands of what: `电焊班班长`. */
export const OFFICE = /^(?:书记|主任|主席|校长|院长|厂长|经理|站长|所长|队长|班长|社长|会长|局长|处长|科长|馆长|园长|董事长)$/u;
/** Ends of institutions, which have parts: `科学院计算所`. */
export const INSTITUTION_END = /.[院校所局部处馆厅司厂社团]$/u;
/** Institutions that hardly ever stand without what names them. */
export const NAMED = new Set('中心 基地 大队 中队 支队 委员会 办事处 党支部 派出所 居委会 村委会 分公司 有限公司'.split(' '));
/** After these an institution is what something is done to, not part of a name. */
export const DOING = /[进入到出遍满靓向往于给成为造建设护理务享助访爱暖聚赴在与和的]$/u;
/** Behind a word these end what says when or where. */
export const WHEN_AND_WHERE = new Set('后前时中里上下内外间');
/** A verb that has reached its object's side: the line waits for the object. */
export const REACHING = /^.(?:[进到入往向在上出起成]|遍|满)$/u;
/** A line starts well with one of these. */
export const STARTERS = new Set('让把为在向与和从用给被助促共办打走开点架筑织绘引送传唱致令使获赴暨请对将到'.split(''));
