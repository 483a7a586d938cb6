import { describe, expect, test } from 'vitest';
import { readPictureName } from '../../engine/manuscript';
import { readManuscriptName } from '../../engine/manuscript/manuscript-name';

describe('names of pictures', () => {
  test.each([
    ['图1 社区舞蹈队排练 张三摄.jpg', { number: 1, stem: '社区舞蹈队排练 张三摄', caption: '社区舞蹈队排练', credit: '张三 摄' }],
    ['图①.jpg', { number: 1, stem: '', caption: '', credit: '' }],
    ['②.png', { number: 2, stem: '', caption: '', credit: '' }],
    ['图三：合影.jpg', { number: 3, stem: '合影', caption: '合影', credit: '' }],
    ['1.jpg', { number: 1, stem: '', caption: '', credit: '' }],
    ['2-合影.jpg', { number: 2, stem: '合影', caption: '合影', credit: '' }],
    ['03 舞龙.webp', { number: 3, stem: '舞龙', caption: '舞龙', credit: '' }],
    ['2版-图3.jpg', { number: 3, page: 2, stem: '', caption: '', credit: '' }],
    ['A02_河湾路灯_1.jpg', { number: 1, page: 2, stem: '河湾路灯', caption: '河湾路灯', credit: '' }],
    ['河湾路灯（2）.jpg', { number: 2, stem: '河湾路灯', caption: '河湾路灯', credit: '' }],
    ['folder\\sub/河湾路灯_1.jpg', { number: 1, stem: '河湾路灯', caption: '河湾路灯', credit: '' }],
    ['河湾路灯图12.jpg', { number: 12, stem: '河湾路灯', caption: '河湾路灯', credit: '' }],
    ['3号楼电梯.jpg', { stem: '3号楼电梯', caption: '3号楼电梯', credit: '' }],
    ['2025年元旦.jpg', { stem: '2025年元旦', caption: '2025年元旦', credit: '' }],
    ['IMG_0001.jpg', { stem: 'IMG_0001', caption: '', credit: '' }],
    ['IMG_20250101_093000.jpg', { stem: 'IMG_20250101_093000', caption: '', credit: '' }],
    ['DSC00012.JPG', { stem: 'DSC00012', caption: '', credit: '' }],
    ['微信图片_20250101093000.jpg', { stem: '微信图片_20250101093000', caption: '', credit: '' }],
    ['mmexport1735700000000.jpg', { stem: 'mmexport1735700000000', caption: '', credit: '' }],
    ['no-extension', { stem: 'no-extension', caption: '', credit: '' }],
  ])('%s', (file, expected) => {
    const { whole: _, prefix: __, ...told } = readPictureName(file);
    expect(told).toEqual(expected);
  });

  test.each([
    ['02 灯亮了 图2.jpg', { number: 2, stem: '02 灯亮了', whole: '02 灯亮了 图2', prefix: '02' }],
    ['02 灯亮了.txt', { number: 2, stem: '灯亮了', whole: '02 灯亮了', prefix: '02' }],
    ['02.jpg', { number: 2, stem: '', whole: '02', prefix: '02' }],
    ['01-12.jpg', { number: 12, stem: '01', whole: '01-12', prefix: '01' }],
    ['3版 7、合影.jpg', { number: 7, page: 3, stem: '合影', whole: '7、合影', prefix: '7' }],
    ['2025 合影.jpg', { whole: '2025 合影', prefix: '' }],
    ['3号楼.jpg', { whole: '3号楼', prefix: '' }],
  ])('%s: what it shares with its manuscript', (file, expected) => {
    expect(readPictureName(file)).toMatchObject(expected);
  });
});

describe('names of manuscripts', () => {
  test.each([
    ['2版 河湾社区点亮邻里灯.txt', { page: 2, weight: 'auto', headline: '河湾社区点亮邻里灯' }],
    ['第3版-河湾社区点亮邻里灯.txt', { page: 3, weight: 'auto', headline: '河湾社区点亮邻里灯' }],
    ['A02_河湾社区点亮邻里灯.txt', { page: 2, weight: 'auto', headline: '河湾社区点亮邻里灯' }],
    ['1版头条 河湾社区 点亮邻里灯.txt', { page: 1, weight: 'lead', headline: '河湾社区 点亮邻里灯' }],
    ['河湾社区点亮邻里灯（头条）.txt', { page: 0, weight: 'lead', headline: '河湾社区点亮邻里灯' }],
    ['20250110_河湾社区点亮邻里灯_定稿.txt', { page: 0, weight: 'auto', headline: '河湾社区点亮邻里灯' }],
    ['3.河湾社区点亮邻里灯.txt', { page: 0, weight: 'auto', headline: '河湾社区点亮邻里灯' }],
    ['新建文本文档.txt', { page: 0, weight: 'auto', headline: '' }],
    ['稿件12.txt', { page: 0, weight: 'auto', headline: '' }],
    ['dump.txt', { page: 0, weight: 'auto', headline: '' }],
    ['3号楼电梯加装记.txt', { page: 0, weight: 'auto', headline: '3号楼电梯加装记' }],
    ['2025年河湾社区大事.txt', { page: 0, weight: 'auto', headline: '2025年河湾社区大事' }],
  ])('%s', (file, expected) => {
    expect(readManuscriptName(file)).toEqual(expected);
  });
});
