import { expect, test } from 'vitest'
import { readAnswer } from './read-answer.ts'

const whole = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nDate: x\r\n\r\nok'
const chunked = 'HTTP/1.1 503 No\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n'
const unchanged = 'HTTP/1.1 304 Not Modified\r\ncontent-length: 99\r\n\r\n'

test('answers follow one another in one piece of bytes', () => {
  const bytes = Buffer.from(whole + chunked + unchanged + whole)
  const seen: [number, string][] = []
  for (let at = 0; at < bytes.length; ) {
    const answer = readAnswer(bytes, at)!
    seen.push([answer.status, answer.body.toString()])
    at = answer.next
  }
  expect(seen).toEqual([
    [200, 'ok'],
    [503, 'abcde'],
    [304, ''],
    [200, 'ok'],
  ])
})

test.each([whole, chunked])('a part of an answer is none', text => {
  for (let length = 0; length < text.length; length++)
    expect(readAnswer(Buffer.from(text.slice(0, length)), 0)).toBeNull()
})
