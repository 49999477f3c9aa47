export * from '../../lib/samples/deals';
