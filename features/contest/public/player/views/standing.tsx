/** @jsxImportSource preact */
import { shownCode } from '../../../contract/code.rules.ts'
import type { Standing } from '../../../contract/play.schema.ts'
import type { Player } from '../player.run.ts'
import { ForgetView } from './forget.tsx'
import { Button } from './parts.tsx'
import { PlaceView } from './place.tsx'
import { TeamView } from './team.tsx'

/** Who plays on this device and how far they are. */
export function StandingView({ player, standing }: { player: Player; standing: Standing }) {
  const { settings, sheet } = player.state
  return (
    <div class="card">
      <h2>我的参赛情况</h2>
      <p>
        <b>{standing.nickname}</b>
        {[standing.unitName, standing.group].filter(Boolean).map(name => ` · ${name}`)}
      </p>
      <p>{attemptsLine(standing)}</p>
      <PlayerCode code={standing.code} />
      {settings.teamSize !== null && <TeamView player={player} ticket={standing.ticket} />}
      {settings.rankingShown && standing.attempts > 0 && (
        <PlaceView player={player} ticket={standing.ticket} />
      )}
      <Links player={player} code={standing.code} />
      {!sheet && (
        <p>
          <Button quiet onPress={() => player.happen({ type: 'forget' })}>
            不是我，换一个人答
          </Button>
        </p>
      )}
      {!sheet && <ForgetView player={player} code={standing.code} />}
    </div>
  )
}

export function attemptsLine({ attempts, leftToday, leftInAll }: Standing): string {
  const left = [
    leftToday === null ? '' : leftToday > 0 ? `今天还可以答 ${leftToday} 次` : '今天的次数已经答完',
    leftInAll === null ? '' : leftInAll > 0 ? `一共还可以答 ${leftInAll} 次` : '全部次数已经答完',
  ].filter(Boolean)
  return `已答 ${attempts} 次${left.length ? `，${left.join('，')}` : ''}。`
}

export function PlayerCode({ code }: { code: string }) {
  return (
    <p class="code">
      参赛码 <b>{shownCode(code)}</b>
      <span class="soft">请截图保存。换手机、查成绩、领奖都凭它。</span>
    </p>
  )
}

/** Pages of the site for one's own: the code goes with them, though not in an address that is kept on the way. */
export function Links({ player, code }: { player: Player; code: string }) {
  const { slug, rankingShown, certificates } = player.state.settings
  const own = (page: string, words: string) => (
    <form method="post" action={`/contests/${slug}/${page}`}>
      <input type="hidden" name="code" value={code} />
      <button type="submit" class="quiet">
        {words}
      </button>
    </form>
  )
  return (
    <div class="links">
      {rankingShown && (
        <a class="button quiet" href={`/contests/${slug}/ranking`}>
          看排名
        </a>
      )}
      {own('check', '查我的成绩')}
      {certificates && own('certificate', '领取证书')}
    </div>
  )
}
