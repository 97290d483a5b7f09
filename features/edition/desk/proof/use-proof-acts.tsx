import { useProblemText } from '@jianbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import type {
  Edition,
  EditionContent,
  EditionItem,
  EditionProof,
  ProofFinding,
} from '../../contract/index.ts'
import { editionKey, editionQuery, putContent } from '../edition.queries.ts'
import { mendWishOf } from './group-findings.ts'
import { proofActs } from './proof.queries.ts'
import { proofTexts } from './proof.texts.ts'

const undoSeconds = 12

export type ProofActs = {
  readonly busy: boolean
  readonly mend: (findings: readonly ProofFinding[]) => Promise<void>
  readonly ignore: (finding: ProofFinding, reason: string) => Promise<void>
  readonly heed: (finding: ProofFinding) => Promise<void>
}

/** What is done about findings; a mend can be taken back as long as nobody wrote on. */
export function useProofActs(edition: Edition, proof: EditionProof | undefined): ProofActs {
  const t = proofTexts.useTexts()
  const text = useProblemText()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const { id } = edition
  const askAgain = () => client.invalidateQueries({ queryKey: [editionKey, 'proof', id] })

  const dare = async (work: () => Promise<void>): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      await work()
    } catch (error) {
      void message.error(text(error))
      await client.invalidateQueries({ queryKey: editionQuery(id).queryKey })
    } finally {
      setBusy(false)
      await askAgain()
    }
  }

  const undo = async (before: readonly EditionItem[], after: EditionContent): Promise<void> => {
    message.destroy(mendedKey)
    await dare(async () => {
      const now = client.getQueryData(editionQuery(id).queryKey)?.content ?? []
      const versions = new Map(after.content.map(item => [item.id, item.version]))
      if (before.some(item => now.find(each => each.id === item.id)?.version !== versions.get(item.id))) {
        void message.warning(t('undoLate'))
        return
      }
      for (const { id: itemId, kind, headline, subtitle, contributor, doc, withheld } of before) {
        const words = { kind, headline, subtitle, contributor, doc, withheld }
        putContent(client, id, await proofActs.save(id, itemId, { ...words, version: versions.get(itemId)! }))
      }
      void message.success(t('undone'))
    })
  }

  const mend = (findings: readonly ProofFinding[]): Promise<void> =>
    dare(async () => {
      const wish = mendWishOf(findings, proof?.items ?? [])
      const touched = new Set(wish.items.map(({ itemId }) => itemId))
      const shown = client.getQueryData(editionQuery(id).queryKey)?.content ?? edition.content
      const before = shown.filter(item => touched.has(item.id))
      const after = await proofActs.mend(id, wish)
      putContent(client, id, after)
      void message.open({
        key: mendedKey,
        type: 'success',
        duration: undoSeconds,
        content: (
          <>
            {t('mended', { count: findings.length })}
            <Button type="link" size="small" onClick={() => void undo(before, after)}>
              {t('undo')}
            </Button>
          </>
        ),
      })
    })

  return {
    busy,
    mend,
    ignore: (finding, reason) =>
      dare(async () => void (await proofActs.ignore(id, { fingerprint: finding.fingerprint, reason }))),
    heed: finding => dare(async () => void (await proofActs.heed(id, finding.fingerprint))),
  }
}

const mendedKey = 'proof-mended'
