export { answerLive as GET } from '@/lib/server/health'
