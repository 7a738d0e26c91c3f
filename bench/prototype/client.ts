import { hydrate } from 'svelte';
import Chart from './Chart.svelte';

const target = document.getElementById('app')!;
hydrate(Chart, { target, props: { svg: target.querySelector('svg')!.outerHTML } });
