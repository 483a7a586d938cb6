import { describe, expect, test } from 'vitest';
import { pastedText } from '../../engine/manuscript';

const none = new Set<never>();

describe('rich text from the clipboard', () => {
  test('of Word: the copied part alone, list numbers, no properties, no hidden text', () => {
    const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
      <style>p.MsoNormal {margin:0cm;}</style><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--></head><body lang=ZH-CN>
      <!--StartFragment--><p class=MsoNormal><span style='font-family:宋体'>河堤上种了一百棵柳树<span lang=EN-US>,</span>居民
都来帮忙<span lang=EN-US>.<o:p></o:p></span></span></p>
      <p class=MsoListParagraph><![if !supportLists]><span lang=EN-US>1.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>夜市开张<span style='display:none;mso-hide:all'>看不见</span></p><!--EndFragment--></body></html>`;
    expect(pastedText(word, none)).toBe('河堤上种了一百棵柳树，居民都来帮忙。\n1.夜市开张');
  });

  test('of Word: comments and their marks stay behind, changes count as made, pictures as none, rows of a table as lines', () => {
    const word = `<!--StartFragment--><p class=MsoNormal><del>旧字</del><ins cite="mailto:a">新字</ins><a style='mso-comment-reference:A_1'>在此</a><![if !supportAnnotations]><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[A1]</a><![endif]>。</p>
<table class=MsoTableGrid style='mso-yfti-tbllook:1184'><tr><td width=277><p class=MsoNormal>摊主</p></td><td><p class=MsoNormal>摊号</p></td></tr><tr><td>田嫂</td><td><p class=MsoNormal><span lang=EN-US>6</span></p></td></tr></table>
<p><!--[if gte vml 1]><v:shape id="a"><v:imagedata src="file:///C:/clip.jpg"/></v:shape><![endif]--><![if !vml]><img width=554 src="file:///C:/clip.jpg"><![endif]></p>
<div class=msocomtxt id="_com_1"><p class=MsoCommentText>请核对</p></div><!--EndFragment-->`;
    expect(pastedText(word, none)).toBe('新字在此。\n摊主\t摊号\n田嫂\t6');
  });

  test('of WeChat: sections, line feeds, empty lines and non-breaking spaces', () => {
    const weChat =
      '<section style="box-sizing: border-box;"><section><p style="text-indent: 2em;"><span>&nbsp;&nbsp;河堤&nbsp;添绿，</span><strong>一百棵</strong><span>柳树。</span></p><p><br/></p><p>夜市<br>开张。</p></section></section>';
    expect(pastedText(weChat, none)).toBe('河堤添绿，一百棵柳树。\n夜市\n开张。');
  });

  test('a table’s row is a line; a clipping without text is none', () => {
    expect(pastedText('<table><tr><td>早市</td><td>6点</td></tr><tr><td>夜市</td><td>18点</td></tr></table>', none)).toBe(
      '早市\t6点\n夜市\t18点',
    );
    expect(pastedText('<img src="a.png">', none)).toBeUndefined();
    expect(pastedText(`<p>${'河'.repeat(5_000_000)}</p>`, none)).toBeUndefined();
  });
});
