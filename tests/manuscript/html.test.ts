import { describe, expect, test } from 'vitest';
import { htmlText, isHtml, statedEncoding } from '../../engine/manuscript/html';

describe('the text of a web page', () => {
  test.each([
    ['<p>村里<b>修桥</b>了。</p>\n<p>大家都来。</p>', '村里修桥了。\n大家都来。'],
    ['<div>一<div>二</div>三</div>', '一\n二\n三'],
    ['一<br>二<br/>三', '一\n二\n三'],
    ['<p>A\n  B&nbsp;C &lt;3</p>', 'A B\u00a0C <3'],
    ['<head><title>不要</title><style>p{}</style></head><body>要<script>alert(1)</script></body>', '要'],
    ['<table><tr><th>队</th><th>分</th></tr><tr><td>南门</td><td>12</td></tr></table>', '队\t分\n南门\t12'],
    ['<ul><li>修桥</li><li>种树</li></ul>', '修桥\n种树'],
    ['<pre>第一行\n  第二行</pre>', '第一行\n  第二行'],
    ['<p>未闭合<p>第二段<span>后', '未闭合\n第二段后'],
  ])('%s', (html, text) => {
    expect(htmlText(html)).toBe(text);
  });

  test('tells a page from a text that speaks of one', () => {
    expect(isHtml('<!DOCTYPE html><html></html>')).toBe(true);
    expect(isHtml('\n<!-- saved -->\n<html lang="zh">')).toBe(true);
    expect(isHtml('标题\n<p>不是网页</p>')).toBe(false);
    expect(isHtml('<图1>孩子们')).toBe(false);
  });

  test('finds the encoding that the page states', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(statedEncoding(bytes('<html><meta charset="GBK">'))).toBe('gbk');
    expect(statedEncoding(bytes('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'))).toBe('gb2312');
    expect(statedEncoding(bytes('charset=gbk'))).toBeUndefined();
  });
});
