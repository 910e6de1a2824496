/** How many people of each role work in a network, and for how many sessions. */
import type { Atlas, NetworkEntry } from '../atlas.ts'
import { networkPosts } from './network-staff.ts'
import { partnerPosts } from './partner-staff.ts'
import type { Post } from './post.ts'
import { practicePosts } from './practice-staff.ts'

/** Posts of practices, practice by practice, followed by the network's and partners' posts. */
export function postsOf(atlas: Atlas, network: NetworkEntry, seed: number): Post[] {
  return [
    ...network.practices.flatMap((practice) => practicePosts(atlas, practice, seed)),
    ...networkPosts(atlas, network, seed),
    ...partnerPosts(network),
  ]
}
