export { answerReady as GET } from '@/lib/server/health'
