/** Signing in, and the lock over an idle window. */
import type { Messages } from './messages.ts'

export const signInMessages = {
  appName: { ar: 'إنصاف', en: 'Insaf' },
  appPurpose: { ar: 'مكتب الشكاوى', en: 'Complaint office' },
  title: { ar: 'تسجيل الدخول', en: 'Sign in' },
  username: { ar: 'اسم الدخول', en: 'User name' },
  password: { ar: 'كلمة المرور', en: 'Password' },
  showPassword: { ar: 'إظهار كلمة المرور', en: 'Show password' },
  signIn: { ar: 'دخول', en: 'Sign in' },
  needUsername: { ar: 'اكتب اسم الدخول', en: 'Enter the user name' },
  needPassword: { ar: 'اكتب كلمة المرور', en: 'Enter the password' },
  practice: { ar: 'نسخة تدريب: لا تُدخل فيها بيانات حقيقية', en: 'Practice copy: do not enter real data' },
  language: { ar: 'English', en: 'العربية' },
  languageOf: { ar: 'اللغة', en: 'Language' },

  lockedTitle: { ar: 'الشاشة مقفلة', en: 'Screen locked' },
  lockedText: { ar: 'ما كنت تكتبه محفوظ خلف هذه الشاشة.', en: 'What you were typing is kept behind this screen.' },
  lockedUser: { ar: 'المستخدم: {name}', en: 'User: {name}' },
  unlock: { ar: 'متابعة العمل', en: 'Continue' },
  signOut: { ar: 'خروج', en: 'Sign out' },
  signOutTitle: { ar: 'الخروج من البرنامج؟', en: 'Sign out?' },
  signOutText: {
    ar: 'المسودات المحفوظة تبقى، وما لم يُحفظ بعد يضيع.',
    en: 'Saved drafts stay; what is not saved yet is lost.',
  },
} as const satisfies Messages
