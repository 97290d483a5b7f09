import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { difficulties, questionTypes } from '../../contract/index.ts'
import { fingerprintOf } from './question.words.ts'
import { questionsOfText } from './read-question-lines.ts'

test('the questions of the demonstration are of all types, difficulties and five categories, each once', async () => {
  const text = await readFile(new URL('../../../../demo/contest/questions.txt', import.meta.url), 'utf8')
  const questions = questionsOfText(text)
  expect(questions.length).toBeGreaterThanOrEqual(120)
  expect(new Set(questions.map(fingerprintOf)).size).toBe(questions.length)
  const kinds = new Set(questions.map(each => `${each.type} ${each.category} ${each.difficulty}`))
  const categories = [...new Set(questions.map(each => each.category))]
  expect(categories).toEqual(['科学基础', '健康生活', '安全应急', '生态环保', '党史知识'])
  const missing = questionTypes.flatMap(type =>
    categories.flatMap(category =>
      difficulties.map(each => `${type} ${category} ${each}`).filter(kind => !kinds.has(kind)),
    ),
  )
  expect(missing).toEqual([])
})
