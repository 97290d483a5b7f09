import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainPaste } from './plain-paste.rules.ts'

test.each([
  [
    'paragraphs of Word',
    '<p class="MsoNormal" style="a>b">溪口县科协<b>举办</b>讲座</p>\n<p>5月12日<o:p></o:p></p>',
    '溪口县科协举办讲座\n5月12日',
  ],
  [
    'lines of the source are no lines of the text',
    '<div>溪口县\n  科协举办讲座</div><div>二</div>',
    '溪口县科协举办讲座\n二',
  ],
  ['breaks and lists', '一<br/>二<ul><li>三</li><li>四</li></ul>', '一\n二\n三\n四'],
  ['cells', '<table><tr><td>时间</td><td>5月</td></tr></table>', '时间 5月'],
  [
    'what is no text',
    '<style>p{}</style><script>if(a<b)x()</script>讲座<!-- 批注 --><svg><text>x</text></svg>',
    '讲座',
  ],
  ['a script that never ends', '讲座<script>alert(1)', '讲座'],
  ['a picture that would run', '讲座<img src=x onerror="alert(\'>\')">', '讲座'],
  ['entities', '<p>A&amp;B&nbsp;&lt;5&#12289;6&#x3002;&unknown;</p>', 'A&B <5、6。&unknown;'],
  ['English words keep their blank', '<p>open\nday</p>', 'open day'],
])('%s', (_name, pasted, text) => {
  expect(plainPaste(pasted)).toMatchObject({ text, markup: true })
})

test.each([
  ['水温<5℃，a<b 而 c>d', '水温<5℃，a<b 而 c>d'],
  ['满意度 >95%，误差 <0.1', '满意度 >95%，误差 <0.1'],
  ['《<科学>杂志》', '《<科学>杂志》'],
  ['&lt;不动&gt;', '&lt;不动&gt;'],
  ['一\r\n二\r三\v四\u2028五', '一\n二\n三\n四\n五'],
  ['\u3000\u3000首行缩进\u00a0', '首行缩进'],
  ['# 标题\n**加粗**的话', '标题\n加粗的话'],
  ['零\u200b宽\ufeff', '零宽'],
])('what is no web page stays: %s', (pasted, text) => {
  expect(plainPaste(pasted)).toEqual({ text, markup: false, controls: 0 })
})

test('characters that are broken or unseen are counted', () => {
  expect(plainPaste('讲\u0000座\u202e\ud800')).toMatchObject({ text: '讲座', controls: 3 })
})

test('no tag that runs anything survives, whatever is pasted', () => {
  const piece = fc.constantFrom(
    '<script',
    '>',
    '</script>',
    '<img src=x ',
    'onerror="',
    "'",
    '"',
    '<p>',
    '<!--',
    '-->',
    '&lt;',
    'x',
    '\n',
    '</',
    '<svg/',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
      const { text, markup } = plainPaste(pieces.join(''))
      if (markup) expect(text.replace(/&lt;/g, '')).not.toMatch(/<(?:script|img|svg)[\s/>][^<]*>/i)
    }),
  )
})
