/** @jsxImportSource preact */
import type { GivenAnswer, PaperQuestion, Result } from '../../../contract/play.schema.ts'
import type { Player } from '../player.run.ts'
import { isAnswered } from '../player.sheet.ts'
import type { Sheet } from '../player.state.ts'
import { texts } from '../player.texts.ts'
import { letterOf } from './options.tsx'
import { Stem } from './stem.tsx'

const marks: Record<string, { readonly sign: string; readonly words: string; readonly look: string }> = {
  '1': { sign: '✓', words: '答对了', look: 'right' },
  '0': { sign: '✗', words: '答错了', look: 'fault' },
  h: { sign: '½', words: '答对一部分', look: 'half' },
  '-': { sign: '－', words: '没有答', look: 'half' },
}

/** Each question again with what was answered, what is right and why. */
export function Reviewed({ player, sheet, result }: { player: Player; sheet: Sheet; result: Result }) {
  const { paper, answers } = sheet
  return (
    <>
      <h2>答案和解析</h2>
      <ol class="reviewed">
        {paper.questions.map((question, at) => {
          const mark = marks[result.marks[at] ?? '']
          const its = result.explained?.[at]
          const say = (answer: GivenAnswer) => sayAnswer(question, paper.order[at] ?? [], answer)
          return (
            <li key={question.no}>
              <p>
                <span class="kind">{texts.kinds[question.type]}</span> {at + 1}.{' '}
                <Stem text={question.stem} blanks={question.blanks} />
              </p>
              {question.picture && (
                <img
                  loading="lazy"
                  src={`/play/${player.state.settings.slug}/pictures/${question.picture}`}
                  alt={`第 ${at + 1} 题的图片`}
                />
              )}
              <p class={`mark ${mark?.look ?? ''}`}>
                <span aria-hidden="true">{mark?.sign} </span>
                {mark?.words}
                {isAnswered(answers[at]) && result.marks[at] !== '1' && `，您答的是：${say(answers[at]!)}`}
              </p>
              {its && <p>正确答案：{say(its.right)}</p>}
              {its?.explanation && <p class="soft">{its.explanation}</p>}
              {its?.source && <p class="soft">出处：{its.source}</p>}
            </li>
          )
        })}
      </ol>
    </>
  )
}

/** B 太阳能；or the words that were filled in. */
function sayAnswer(question: PaperQuestion, order: readonly number[], answer: GivenAnswer): string {
  if (question.type === 'fill-in') return (answer as string[]).map(words => words || '（空）').join('；')
  return (answer as number[])
    .map(place => `${letterOf(place)} ${question.options[order[place] ?? -1] ?? ''}`)
    .join('；')
}
