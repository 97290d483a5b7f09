import { describe, expect, it } from 'vitest'
import { readProblem } from './request.ts'

describe('readProblem', () => {
  it('takes code, sentence and request number from problem+json', () => {
    const problem = readProblem(
      422,
      JSON.stringify({ code: 'file-empty', detail: '“a.txt”是空文件。', requestId: 'r-7', status: 422 }),
    )
    expect(problem).toMatchObject({
      code: 'file-empty',
      status: 422,
      message: '“a.txt”是空文件。',
      requestId: 'r-7',
    })
  })

  it.each(['', '<html>Bad gateway</html>', 'null', '[]', '"text"', '{"code":7}'])(
    'calls %j unexpected',
    body => {
      expect(readProblem(502, body)).toMatchObject({ code: 'unexpected', status: 502, message: '' })
    },
  )
})
