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

  forgotten: { ar: 'نسيت كلمة المرور؟', en: 'Forgot the password?' },
  resetTitle: { ar: 'كلمة مرور جديدة', en: 'New password' },
  resetText: {
    ar: 'رمز الاسترداد هو ما طُبع عند تجهيز المكتب ويُحفظ مغلقاً لدى المسؤول. ويستطيع مدير النظام كذلك أن يعطيك كلمة مرور جديدة.',
    en: 'The recovery code is the one printed when the office was set up, kept sealed by the person in charge. An administrator can give you a new password too.',
  },
  recoveryCode: { ar: 'رمز الاسترداد', en: 'Recovery code' },
  newPassword: { ar: 'كلمة المرور الجديدة', en: 'New password' },
  newPasswordHint: { ar: 'ثمانية رموز على الأقل', en: 'At least eight characters' },
  newPasswordAgain: { ar: 'كلمة المرور الجديدة مرة أخرى', en: 'New password again' },
  needRecoveryCode: { ar: 'اكتب رمز الاسترداد', en: 'Enter the recovery code' },
  needNewPassword: {
    ar: 'اكتب كلمة مرور من ثمانية رموز على الأقل',
    en: 'Enter a password of at least eight characters',
  },
  needSamePassword: { ar: 'كلمتا المرور غير متطابقتين', en: 'The two passwords differ' },
  setNewPassword: { ar: 'تعيين كلمة المرور', en: 'Set the password' },
  backToSignIn: { ar: 'العودة إلى تسجيل الدخول', en: 'Back to sign-in' },
  resetDone: {
    ar: 'عُيّنت كلمة المرور الجديدة. سجّل الدخول بها.',
    en: 'The new password is set. Sign in with it.',
  },

  changePassword: { ar: 'تغيير كلمة المرور', en: 'Change password' },
  oldPassword: { ar: 'كلمة المرور الحالية', en: 'Present password' },
  needOldPassword: { ar: 'اكتب كلمة المرور الحالية', en: 'Enter the present password' },
  oldPasswordWrong: { ar: 'كلمة المرور الحالية غير صحيحة', en: 'The present password is wrong' },
  passwordChanged: { ar: 'غُيّرت كلمة المرور.', en: 'The password was changed.' },

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
