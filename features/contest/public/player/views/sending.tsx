/** @jsxImportSource preact */
import type { Player } from '../player.run.ts'
import { sayTrouble } from '../player.texts.ts'
import { Button, Heading } from './parts.tsx'

/** On its way, held up by the line, or turned away. */
export function SendingView({ player }: { player: Player }) {
  const { sending, tries, trouble } = player.state
  const { refused } = player.keep
  if (sending === 'refused')
    return (
      <section>
        <Heading of="refused">答卷没有被收下</Heading>
        <p role="alert">{trouble && sayTrouble(trouble)}</p>
        <div class="way one">
          <Button onPress={() => player.happen({ type: 'give-up' })}>知道了，返回首页</Button>
        </div>
      </section>
    )
  const held = tries > 0
  return (
    <section>
      <Heading of="sending">{held ? '还没有交上去' : '正在交卷…'}</Heading>
      <div role="status">
        {held && (
          <p class="note">
            {trouble?.code === 'line' ? '网络不通。' : '现在交卷的人很多。'}
            {refused
              ? '请不要关闭这一页，连上以后会自动交上去。'
              : '答卷已保存在这台手机上，连上以后会自动交上去，只会算一次。'}
          </p>
        )}
      </div>
      {held && (
        <div class="way one">
          <Button busy={sending === 'flying'} onPress={() => player.happen({ type: 'retry' })}>
            {sending === 'flying' ? '正在再试…' : '现在再试'}
          </Button>
        </div>
      )}
    </section>
  )
}
