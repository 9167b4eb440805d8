/** Why a commit stands as it does where nobody gave a reason of its own, and what can be done: nothing is left with a dash (S2). */
import type { Messages } from './messages.ts'

export const standingReasons = {
  pending: { ar: 'يُرسل عند الاتصال بالخادم', en: 'Goes out when the server can be reached' },
  sent: { ar: 'أُرسل، وجواب الخادم في الطريق', en: 'Sent; the server’s answer is on its way' },
  accepted: { ar: 'قبله الخادم', en: 'The server has accepted it' },
  conflict: {
    ar: 'غيّر غيرك الشيء نفسه من دون أن يرى أحدكما عمل الآخر. يُعرض الأمران جنباً إلى جنب في «تعارضات تنتظر قراراً»، ويختار من يحق له.',
    en: 'Somebody else changed the same thing, and neither saw the other’s work. Both stand side by side under “Conflicts to be decided”; whoever may chooses.',
  },
  held: { ar: 'ينتظر عند الخادم', en: 'Waits at the server' },
  refused: { ar: 'رفضه الخادم ويبقى هنا', en: 'The server refused it; it is kept here' },
  void: {
    ar: 'لم يعد له سبب، أو سبق إليه جهاز آخر. يبقى في السجل ولا يغيّر شيئاً، ولا يلزمك شيء.',
    en: 'Its ground is gone, or another machine had done the same before. It is kept, changes nothing, and nothing is left for you to do.',
  },
} as const satisfies Messages
