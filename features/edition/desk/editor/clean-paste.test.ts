import { expect, it } from 'vitest'
import { cleanText, cleanWords, mostCells } from './clean-paste.ts'

it('takes out what is not seen: controls, marks of direction, zero width, halves of letters', () => {
  expect(cleanWords('甲\u0000\u0007乙\u202e丙\u200b丁\ufeff戊\u00ad')).toBe('甲乙丙丁戊')
  expect(cleanWords('\ud800甲')).toBe('\ufffd甲')
  expect(cleanWords('㙦浉燚穡𠮷👍🏽')).toBe('㙦浉燚穡𠮷👍🏽')
  expect(cleanWords('　　开头\u00a0\r\n结尾 　')).toBe('开头\n结尾')
})

it('makes a paragraph of every line that says something', () => {
  expect(cleanText('　　第一段。\r\n\r\n第二段 <b>&</b>\n')).toBe(
    '<p>第一段。</p><p>第二段 &lt;b&gt;&amp;&lt;/b&gt;</p>',
  )
})

it('makes a table of rows of a sheet, filled up to the widest', () => {
  expect(cleanText('县区\t场次\n溪口县\t12\t注\n')).toBe(
    '<table><tbody><tr><th><p>县区</p></th><th><p>场次</p></th><th><p></p></th></tr>' +
      '<tr><td><p>溪口县</p></td><td><p>12</p></td><td><p>注</p></td></tr></tbody></table>',
  )
})

it('loses no word of a sheet that is wider than a table may be', () => {
  const row = Array.from({ length: mostCells + 2 }, (_, no) => `列${no}`).join('\t')
  const made = cleanText(`${row}\n${row}`)
  expect(made.match(/<th>/gu)).toHaveLength(mostCells)
  expect(made).toContain(`<p>列${mostCells} 列${mostCells + 1}</p>`)
})
