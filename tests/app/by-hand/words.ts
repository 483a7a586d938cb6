/** Words written where they stand, with an input method. */
import { TITLES } from '../support/small-issue';
import { type Act, write } from './window';

const { lanterns, market, group, notice } = TITLES;

export const WORDS: readonly Act[] = [
  { name: 'kicker', step: '输入', act: () => write(lanterns, 0.5, 0.1, '引题', 'dongye', '冬夜十七盏') },
  { name: 'deck', step: '输入', act: () => write(lanterns, 0.5, 0.1, '副题', 'laoqin', '老秦走了两里路') },
  { name: 'headline', step: '输入', act: () => write(lanterns, 0.5, 0.1, '主题', 'liang', '亮了') },
  { name: 'body', step: '输入', act: () => write(market, 0.3, 0.5, '正文', 'doufu', '卖豆腐的田嫂说：“屋里不淋雨。”') },
  { name: 'caption', step: '输入', act: () => write(lanterns, 0.8, 0.62, '图片说明', 'qiao', '桥头起') },
  { name: 'caption of a group', step: '输入', act: () => write(group, 0.3, 0.95, '图片说明', 'xue', '雪停了。') },
  { name: 'number of a group’s picture', step: '输入', act: () => write(group, 0.3, 0.95, '图号', 'jiu', '9') },
  { name: 'notice', on: 1, step: '输入', act: () => write(notice, 0.4, 0.4, '内容', 'laixin', '来信也行。') },
];
