/** @jsxImportSource preact */
import type { Player } from '../player.run.ts'
import { isAnswered, leftOut } from '../player.sheet.ts'
import type { Sheet } from '../player.state.ts'
import { Clock } from './clock.tsx'
import { Button, Heading } from './parts.tsx'

/** Before it is too late: what is left out, and the way back to it. */
export function CheckView({ player, sheet }: { player: Player; sheet: Sheet }) {
  const out = leftOut(sheet)
  const count = sheet.paper.questions.length
  return (
    <section>
      <div class="bar">
        <span>共 {count} 题</span>
        <Clock player={player} sheet={sheet} />
      </div>
      <Heading of="check">{out.length ? `还有 ${out.length} 题没有答` : `${count} 题都答好了`}</Heading>
      <p>
        {out.length
          ? `没有答的是：第 ${out.map(at => at + 1).join('、')} 题。点题号可以回去。`
          : '点题号可以回去再看。交卷以后不能再改。'}
      </p>
      <ol class="numbers">
        {sheet.answers.map((answer, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place on the paper.
          <li key={at}>
            <button
              type="button"
              class={isAnswered(answer) ? 'done' : 'open'}
              onClick={() => player.happen({ type: 'go', to: at })}
            >
              <span class="hidden">第 </span>
              {at + 1}
              <span class="hidden"> 题，{isAnswered(answer) ? '已答' : '没有答'}</span>
            </button>
          </li>
        ))}
      </ol>
      <p class="soft" aria-hidden="true">
        <span class="key done" />
        已答　
        <span class="key open" />
        没有答
      </p>
      <div class="way one">
        <Button onPress={() => player.happen({ type: 'hand-in' })}>
          {out.length ? `不答了，交卷` : '交卷'}
        </Button>
        <Button quiet onPress={() => player.happen({ type: 'go', to: out[0] ?? count - 1 })}>
          {out.length ? '回去补答' : '回去再看'}
        </Button>
      </div>
    </section>
  )
}
