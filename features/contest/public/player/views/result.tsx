/** @jsxImportSource preact */
import type { Player } from '../player.run.ts'
import type { PlayerState } from '../player.state.ts'
import { texts } from '../player.texts.ts'
import { saySpan } from '../player.time.ts'
import { Button, Heading } from './parts.tsx'
import { Reviewed } from './reviewed.tsx'
import { ShareView } from './share.tsx'
import { attemptsLine, Links, PlayerCode } from './standing.tsx'

type Done = NonNullable<PlayerState['done']>

/** What came of it, and what may be done next. */
export function ResultView({ player, done }: { player: Player; done: Done }) {
  const { result, sheet } = done
  const { standing, settings } = player.state
  const practice = result.counted === 'practice'
  const more = standing && standing.leftToday !== 0 && standing.leftInAll !== 0
  return (
    <section>
      <Heading of={sheet.paper.token}>
        {practice ? '练习得分' : '得分'}{' '}
        <span class="score">
          {result.score}
          <span class="hidden"> 分，满分 </span>
          <small>
            <span aria-hidden="true"> / </span>
            {result.fullScore}
          </small>
        </span>
      </Heading>
      <p>
        {result.questionCount} 题答对 {result.rightCount} 题，用时 {saySpan(result.usedMs)}。
        {practice && '练习不计入成绩。'}
      </p>
      {result.late && <p class="note wrong">交卷时已经超过规定时间，这一次不记分。</p>}
      {result.counted === 'again' && <p class="note">这份答卷先前已经收到，只算一次，下面是当时的成绩。</p>}
      {!practice && standing && <p>{attemptsLine(standing)}</p>}
      <div class="way one">
        {practice || more ? (
          <Button
            onPress={() => player.happen({ type: 'begin', wish: practice && !more ? 'practice' : 'paper' })}
          >
            {practice ? (more ? texts.begin : '再练一次') : texts.again}
          </Button>
        ) : null}
        {settings.practice && practice && more && (
          <Button quiet onPress={() => player.happen({ type: 'begin', wish: 'practice' })}>
            再练一次
          </Button>
        )}
        {!practice && standing && <ShareView player={player} ticket={standing.ticket} />}
        <Button quiet onPress={() => player.happen({ type: 'home' })}>
          {texts.home}
        </Button>
      </div>
      {!practice && standing && (
        <div class="card">
          <PlayerCode code={standing.code} />
          <Links player={player} code={standing.code} />
        </div>
      )}
      {!result.explained && settings.answersShown === 'after-close' && (
        <p class="soft">竞赛结束以后公布答案。</p>
      )}
      {result.explained && <Reviewed player={player} sheet={sheet} result={result} />}
    </section>
  )
}
