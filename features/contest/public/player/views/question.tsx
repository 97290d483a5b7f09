/** @jsxImportSource preact */
import { useLayoutEffect } from 'preact/hooks'
import type { GivenAnswer } from '../../../contract/play.schema.ts'
import { choose, keyWish } from '../player.keys.ts'
import type { Player } from '../player.run.ts'
import { isAnswered, isByQuestion, lastOf } from '../player.sheet.ts'
import type { Sheet } from '../player.state.ts'
import { texts } from '../player.texts.ts'
import { Blanks } from './blanks.tsx'
import { Clock } from './clock.tsx'
import { Options } from './options.tsx'
import { Button, Heading } from './parts.tsx'
import { Stem } from './stem.tsx'

/** One question, large enough for a thumb, with its way on. */
export function QuestionView({ player, sheet }: { player: Player; sheet: Sheet }) {
  const { at, paper, answers } = sheet
  const question = paper.questions[at]!
  const order = paper.order[at]!
  const answer = answers[at]!
  const several = question.type === 'multiple'
  const last = at === lastOf(sheet)
  const forward = isByQuestion(sheet)
  const give = (given: GivenAnswer) => player.happen({ type: 'answer', question: at, answer: given })
  const go = (to: number) => player.happen({ type: 'go', to })
  const on = () => (!last ? go(at + 1) : player.happen({ type: forward ? 'hand-in' : 'check' }))

  // At once, so that a second press finds the question the first one led to.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      const inText = target.tagName === 'INPUT' && (target as HTMLInputElement).type === 'text'
      const wish = keyWish(event, inText, /^(BUTTON|A|SUMMARY)$/.test(target.tagName))
      if (!wish || (wish.wish === 'choose' && wish.place >= order.length)) return
      event.preventDefault()
      if (wish.wish === 'choose') give(choose(answer as number[], wish.place, several))
      else if (wish.wish === 'before') go(at - 1)
      else if (wish.wish === 'next') go(at + 1)
      else on()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })

  const answered = isAnswered(answer)
  const onWords = last ? (forward ? '交卷' : '检查并交卷') : answered || !forward ? '下一题' : '不答，下一题'
  return (
    <section class="question">
      <div class="bar">
        <span>
          {paper.practice ? '练习 · ' : ''}第 {at + 1} / {lastOf(sheet) + 1} 题
        </span>
        <Clock key={`${at}`} player={player} sheet={sheet} />
      </div>
      <div class="track" aria-hidden="true">
        <div style={{ width: `${((at + 1) / (lastOf(sheet) + 1)) * 100}%` }} />
      </div>
      <Heading of={at}>
        <span class={`kind ${question.type}`}>{texts.kinds[question.type]}</span>{' '}
        <span class="hidden">第 {at + 1} 题：</span>
        <Stem text={question.stem} blanks={question.blanks} />
      </Heading>
      {question.picture && (
        <img
          src={`/play/${player.state.settings.slug}/pictures/${question.picture}`}
          alt={`第 ${at + 1} 题的图片`}
        />
      )}
      {question.type === 'fill-in' ? (
        <Blanks key={at} count={question.blanks} answer={answer as string[]} onAnswer={give} />
      ) : (
        <Options
          key={at}
          name={`question-${at}`}
          hint={texts.hints[question.type]}
          options={order.map(place => question.options[place] ?? '')}
          several={several}
          chosen={answer as number[]}
          onAnswer={give}
        />
      )}
      <div class={forward ? 'way one' : 'way'}>
        {!forward && at > 0 && (
          <Button quiet onPress={() => go(at - 1)}>
            上一题
          </Button>
        )}
        <Button onPress={on}>{onWords}</Button>
      </div>
      {forward && at === 0 && <p class="soft">每题限时，过后不能返回上一题。</p>}
      {paper.practice && (
        <p>
          <Button quiet onPress={() => player.happen({ type: 'give-up' })}>
            不练了，返回首页
          </Button>
        </p>
      )}
    </section>
  )
}
