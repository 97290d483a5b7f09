import { expect, test } from 'vitest'
import { textFaults } from './text-faults.ts'

const zh = { files: '{{count}} 份', sent: '已发送', by: '{{who}}于{{when}}' }

test('both languages say the same, with a form for one thing beside the form for many', () => {
  const en = { files_one: '{{count}} file', files: '{{count}} files', sent: 'Sent', by: '{{when}}, {{who}}' }
  expect(textFaults(zh, en)).toEqual([])
})

test('what a language lacks, leaves empty or fills with other values is named', () => {
  const en = { files: 'many files', by: '', more: 'More', kept_one: 'One kept' }
  expect(textFaults(zh, en)).toEqual([
    'sent: no English',
    'by: empty',
    'files: other values',
    'by: other values',
    'more: no Chinese',
    'kept_one: no Chinese',
  ])
  expect(textFaults({ one: '一', two: '二' }, { two: 'Two', one: 'One' })).toEqual(['another order'])
})
