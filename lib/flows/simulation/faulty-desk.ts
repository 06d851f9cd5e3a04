import { fail } from '@/lib/domain/result';
import { FakeDisputeDesk } from '../testing-disputes';
import type { FaultyGateway } from './faulty-gateway';

/** Disputes behind the same bad network as the money that they are about. */
export class FaultyDesk extends FakeDisputeDesk {
  constructor(private readonly gateway: FaultyGateway) {
    super();
  }

  override find(id: string) {
    return this.gateway.through(() => super.find(id), fail('gateway_unavailable'));
  }
}
