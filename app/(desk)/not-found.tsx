export { DeskNotFound as default } from '@/components/workspace/desk-not-found'
