import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskName, nicknameFault, nicknameSameness, plainNickname } from './nickname.rules.ts'

test.each([
  '小红',
  '李建国',
  'Ａlice 2号',
  '科普达人007',
  '阿卜杜热合曼·买买提',
  '𠮷野家的猫',
  '小红❤\ufe0f',
])('%s may be a nickname', nickname => expect(nicknameFault(nickname)).toBeNull())

test.each([
  ['', 'length'],
  ['李', 'length'],
  ['   李   ', 'length'],
  ['一二三四五六七八九十一二三四五六七', 'length'],
  ['李\u200b四', 'characters'],
  ['李\u202e四', 'characters'],
  ['李\u0000四', 'characters'],
  ['李\n四', 'characters'],
  ['李\ufeff四', 'characters'],
  // Letters nobody sees: of Hangul, of Khmer, blanks of Braille.
  ['ㅤㅤ', 'characters'],
  ['李四\u3164', 'characters'],
  ['李四\uffa0', 'characters'],
  ['李\u115f四', 'characters'],
  ['李\u17b5四', 'characters'],
  ['李\u2800四', 'characters'],
  ['李四\ufe0e', 'characters'],
  ['李四\u{e0101}', 'characters'],
  ['李\ud800四', 'characters'],
  ['……！！', 'characters'],
  ['🎉🎉', 'characters'],
  ['z\u0337\u0337\u0337\u0337algo', 'characters'],
  ['张三13800138000', 'number'],
  ['138 0013 8000', 'number'],
  ['１３８００１３８０００', 'number'],
  ['证110101199', 'number'],
] as const)('%j may not: %s', (nickname, fault) => expect(nicknameFault(nickname)).toBe(fault))

test('the words of the office are found however they are spelt', () => {
  const words = ['管理员', 'Admin']
  expect(nicknameFault('系统管理员', words)).toBe('words')
  expect(nicknameFault('ａＤ min1', words)).toBe('words')
  expect(nicknameFault('管理', words)).toBeNull()
})

test('the same nickname stays the same in any width, case and spacing', () => {
  expect(nicknameSameness('Ａlice  李')).toBe(nicknameSameness('alice李'))
  expect(nicknameSameness('小红❤\ufe0f')).toBe(nicknameSameness('小红❤'))
  expect(plainNickname('  Ａlice \u3000 李 ')).toBe('Alice 李')
})

test('a mask shows at most the first and the last, never the whole, and masking again changes nothing', () => {
  expect(['李四', '张三丰', '欧阳建国', 'Alexander'].map(maskName)).toEqual([
    '李*',
    '张*丰',
    '欧**国',
    'A***r',
  ])
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 16, unit: 'grapheme' }), name => {
      const masked = maskName(name)
      expect(masked).toContain('*')
      expect(maskName(masked)).toBe(masked)
      const shown = masked.replaceAll('*', '')
      expect(shown.length).toBeLessThanOrEqual(name.length)
    }),
  )
})
