import { ActDialog } from '@jianbao/organisation/desk/parts'
import { Checkbox } from 'antd'
import { useState } from 'react'
import type { Commitment } from '../../contract/index.ts'
import { useCampaignStep } from '../campaign.queries.ts'
import { commitmentTexts } from './commitment.texts.ts'

/** Asks once more before a name stands under it for good; what is sent is the hash of the text as it was shown. */
export function SignDialog({ commitment, onClose }: { commitment: Commitment; onClose: () => void }) {
  const t = commitmentTexts.useTexts()
  const step = useCampaignStep()
  const [agreed, setAgreed] = useState(false)
  // As they were when the dialogue was opened: a text that is renewed meanwhile is not signed unread.
  const [{ id, version, sha256 }] = useState(commitment)
  return (
    <ActDialog
      title={t('signTitle', { name: commitment.name })}
      confirm={t('signDo')}
      cancel={t('cancel')}
      overtaken={t('theirs')}
      blocked={!agreed}
      onConfirm={() => step.mutateAsync({ act: 'sign', id, version, sha256 })}
      onClose={onClose}
    >
      <p>{t('signWords', { unit: commitment.unitName })}</p>
      <Checkbox checked={agreed} onChange={event => setAgreed(event.target.checked)}>
        {t('agree')}
      </Checkbox>
    </ActDialog>
  )
}
