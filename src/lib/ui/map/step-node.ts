import type { Edge, Node } from '@xyflow/svelte';
import type { StepView, TransitionView } from '#lib/protocol/views/content.ts';

export type StepNodeType = Node<
  { step: StepView; isSelected: boolean; isLit: boolean; canConnect: boolean },
  'step'
>;
export type TransitionEdgeType = Edge<
  { transition: TransitionView; isSelected: boolean; isLit: boolean },
  'transition'
>;
