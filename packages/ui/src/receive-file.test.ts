import { describe, expect, it } from 'vitest'
import { fileNameOf } from './receive-file.ts'

describe('fileNameOf', () => {
  it.each([
    [
      `attachment; filename="x.pdf"; filename*=UTF-8''%E7%AE%80%E6%8A%A5%E7%AC%AC18%E6%9C%9F.pdf`,
      '简报第18期.pdf',
    ],
    ['attachment; filename="a \\"b\\".txt"', 'a "b".txt'],
    ['attachment; filename=plain.docx', 'plain.docx'],
    [`attachment; filename="kept.pdf"; filename*=UTF-8''%E7%`, 'kept.pdf'],
    [`attachment; filename*=UTF-8''..%2F..%2Fetc%2Fname.txt`, 'name.txt'],
    ['inline', null],
    [null, null],
  ])('reads %j', (header, name) => {
    expect(fileNameOf(header)).toBe(name)
  })
})
