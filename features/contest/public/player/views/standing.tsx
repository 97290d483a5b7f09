/** @jsxImportSource preact */
import type { Standing } from '../../../contract/play.schema.ts'
import type { Player } from '../player.run.ts'
import { Button } from './parts.tsx'
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
      <Links player={player} code={standing.code} />
      {!sheet && (
        <p>
          <Button quiet onPress={() => player.happen({ type: 'forget' })}>
            不是我，换一个人答
          </Button>
        </p>
      )}
    </div>
  )
}

export function attemptsLine({ attempts, leftToday, leftInAll }: Standing): string {
  const left = [
    leftToday !== null ? `今天还可以答 ${leftToday} 次` : '',
    leftInAll !== null ? `一共还可以答 ${leftInAll} 次` : '',
  ].filter(Boolean)
  return `已答 ${attempts} 次${left.length ? `，${left.join('，')}` : ''}。`
}

export function PlayerCode({ code }: { code: string }) {
  return (
    <p class="code">
      参赛码 <b>{code}</b>
      <span class="soft">请截图保存。换手机、查成绩、领奖都凭它。</span>
    </p>
  )
}

export function Links({ player, code }: { player: Player; code: string }) {
  const { slug, rankingShown, certificates } = player.state.settings
  return (
    <ul class="links">
      {rankingShown && (
        <li>
          <a href={`/contests/${slug}/ranking`}>看排名</a>
        </li>
      )}
      <li>
        <a href={`/contests/${slug}/check?code=${encodeURIComponent(code)}`}>
          {certificates ? '查成绩、领证书' : '查我的成绩'}
        </a>
      </li>
    </ul>
  )
}
