import { defineTexts } from './texts.ts'

export const uiTexts = defineTexts('ui', {
  zh: {
    offline: '连不上服务器。已保存的内容没有受到影响，请检查网络后重试。',
    unexpected: '服务器的回答无法读懂（{{status}}）。已保存的内容没有受到影响，请稍后重试。',
    requestId: '编号 {{id}}',
    retry: '重试',
    certain: '确定',
    likely: '较确定',
    doubtful: '存疑',
    confidence: '把握 {{percent}}%',
    pages: '翻页',
    total: '共 {{total}} 条',
    pastEnd: '这一页没有内容',
    pastEndNote: '一共只有 {{total}} 条，可能刚有内容被删除。',
    firstPage: '回到第一页',
  },
  en: {
    offline: 'The server cannot be reached. What was saved is safe; check the network and try again.',
    unexpected:
      'The server gave an answer that cannot be read ({{status}}). What was saved is safe; try again later.',
    requestId: 'No. {{id}}',
    retry: 'Try again',
    certain: 'Certain',
    likely: 'Likely',
    doubtful: 'Doubtful',
    confidence: '{{percent}}% sure',
    pages: 'Pages',
    total: '{{total}} in all',
    pastEnd: 'Nothing on this page',
    pastEndNote: 'There are only {{total}}; something may just have been removed.',
    firstPage: 'First page',
  },
})
