import { expect, test } from 'vitest'
import { layOut } from './lay-out.rules.ts'
import { tableForm } from './table-form.rules.ts'

const sheet = [
  '　　　信息报送表',
  '标 题\t溪口县科协举办科普讲座',
  '报送单位\t溪口县科协\t报送人\t某某',
  '内容\t11月5日，溪口县科协举办科普讲座，120人参加。',
  '发放资料300份。',
  '审签意见\t同意',
].join('\n')

test('a sheet of reporting made as a table: its cells are title, text and who sent it', () => {
  const { title, paragraphs, leftOut } = layOut(tableForm(sheet) ?? '')
  expect({ title, paragraphs }).toEqual({
    title: '溪口县科协举办科普讲座',
    paragraphs: ['11月5日，溪口县科协举办科普讲座，120人参加。', '发放资料300份。'],
  })
  expect(leftOut).toEqual([
    { reason: 'label', text: '信息报送表' },
    { reason: 'contributor', text: '报送单位：溪口县科协' },
    { reason: 'contributor', text: '报送人：某某' },
  ])
})

test('a text with a table in it is no sheet', () => {
  expect(tableForm('溪口县科协举办讲座\n场次\t人数\n3\t120')).toBeNull()
  expect(tableForm('')).toBeNull()
})
